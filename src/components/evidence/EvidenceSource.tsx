import type { ReactNode } from 'react';
import { type EvidenceView, pointsOf } from '../../charts/evidenceView.ts';
import type { ExperimentResult } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useFormat } from '../../i18n/useText.ts';
import controls from '../controls.module.css';
import styles from './evidence.module.css';
import { useEvidenceSpeech } from './useEvidenceSpeech.ts';

interface EvidenceSourceProps {
  readonly result: ExperimentResult;
  readonly view: EvidenceView;
}

/** As git shortens it. */
const SHORT_COMMIT = 9;

/** How many pictures the estimates shown rest on. */
function usePictures(view: EvidenceView): string {
  const { frame } = useEvidenceText();
  const format = useFormat();
  const counts = pointsOf(view).map(({ cell }) => cell.pictures);
  if (counts.length === 0) return '';
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most
    ? frame.pictures({ count: format.integer(most) })
    : frame.picturesRange({ least: format.integer(least), most: format.integer(most) });
}

/** What a result was computed with: a line, and the models' hashes folded behind it. */
export function EvidenceSource({ result, view }: EvidenceSourceProps): ReactNode {
  const { frame } = useEvidenceText();
  const { name } = useEvidenceSpeech(result);
  const { seed, version, commit, models, ...engine } = result.source;
  const facts = [
    usePictures(view),
    frame.seed({ seed: String(seed) }),
    frame.version({ version, commit: commit.slice(0, SHORT_COMMIT) }),
    frame.engine(engine),
  ];
  return (
    <div className={styles.source}>
      <p>
        <span className={styles.sourceName}>{frame.source}</span>{' '}
        {facts.filter((fact) => fact !== '').join(' · ')}
      </p>
      <details className={controls.disclosure}>
        <summary>{frame.models}</summary>
        <dl className={styles.hashes}>
          {Object.entries(models).map(([id, hash]) => (
            <div key={id}>
              <dt>
                {name('model', id)} <code>{id}</code>
              </dt>
              <dd>
                <code>{hash}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
