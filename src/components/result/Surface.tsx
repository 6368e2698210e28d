import type { ReactNode } from 'react';
import type { ScoreSettings } from '../../domain/score.ts';
import { mainKnowledge } from '../../state/details.ts';
import { KwSurface } from '../figures/KwSurface.tsx';
import { useApp } from '../storeContext.ts';
import styles from './result.module.css';

interface SurfaceProps {
  /** Of each map. */
  readonly pixels: number;
  readonly current: ScoreSettings;
  readonly onSelect: (score: ScoreSettings) => void;
}

/** The k-w surface of the pair the page is about. */
export function Surface({ pixels, current, onSelect }: SurfaceProps): ReactNode {
  const surface = useApp((state) => mainKnowledge(state)?.surface ?? null);
  const corrected = useApp(({ view }) => view.corrected);
  const threshold = useApp(({ asked }) => asked.settings.thresholds.chance);
  return (
    <div className={styles.card}>
      <KwSurface
        surface={surface}
        pixels={pixels}
        current={current}
        corrected={corrected}
        threshold={threshold}
        onSelect={(k, windowRadius) => onSelect({ k, windowRadius })}
      />
    </div>
  );
}
