import type { ReactNode } from 'react';
import { visibleRegion } from '../../charts/viewport.ts';
import { ATTACKS } from '../../domain/attack.ts';
import type { AttributionMap } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { attackScore } from '../../report/attackWords.ts';
import type { AttackSoFar } from '../../state/attack.ts';
import controls from '../controls.module.css';
import { type Scale, useHeatmap, usePairScale } from '../figures/heatmapData.ts';
import { PixelCanvas } from '../figures/PixelCanvas.tsx';
import { useApp, useController } from '../storeContext.ts';
import styles from './attack.module.css';
import { useAttackSpeech } from './useAttackSpeech.ts';

interface HeatmapProps {
  readonly map: AttributionMap;
  readonly input: ModelInput;
  readonly scale: Scale;
  readonly title: string;
  readonly note: string;
}

function Heatmap({ map, input, scale, title, note }: HeatmapProps): ReactNode {
  const opacity = useApp(({ view }) => view.opacity);
  const pixels = useHeatmap(map, input, scale, opacity);
  const { width, height } = map;
  const centre = { x: width / 2, y: height / 2, scale: 1 };
  return (
    <figure className={styles.map}>
      <figcaption>
        <strong>{title}</strong> <span className={styles.note}>{note}</span>
      </figcaption>
      <div className={styles.canvas} style={{ aspectRatio: `${width} / ${height}` }}>
        <PixelCanvas
          pixels={pixels}
          size={{ width, height }}
          region={visibleRegion(centre, { width, height })}
          name={title}
        />
      </div>
    </figure>
  );
}

/** Shows the attacked picture in the views above, or goes back to the chosen change. */
function LookButton({ soFar }: { readonly soFar: AttackSoFar }): ReactNode {
  const text = useStudyText().attack;
  const { lookAtAttack } = useController();
  const { best, settings } = soFar;
  // Also at the picture of an earlier run: there must be a way back.
  const looking = useApp(({ preview }) => preview?.attack !== undefined);
  const same = useApp(
    ({ result, studies: { attack } }) => attack.status !== 'idle' && attack.basis.result === result,
  );
  const sums = useApp(({ result }) => result?.settings.attribution.reduction === 'sumAbs');
  if (!best && !looking) return null;
  const found = best && { picture: best, id: settings.id, epsilon: settings.epsilon };
  return (
    <div>
      <button
        type="button"
        className={controls.button}
        aria-pressed={looking}
        disabled={!looking && (!same || !sums)}
        onClick={() => lookAtAttack(looking ? null : found)}
      >
        {looking ? text.lookBack : text.look}
      </button>
      {same && !sums && <p className={styles.note}>{text.lookSumAbs}</p>}
    </div>
  );
}

/** The original's heatmap and the best one so far, on one colour scale. */
export function AttackMaps({ soFar }: { readonly soFar: AttackSoFar }): ReactNode {
  const basis = useApp(({ studies: { attack } }) =>
    attack.status === 'idle' ? null : attack.basis,
  );
  return basis && <Pair soFar={soFar} original={basis.result.analysis.original} />;
}

function Pair(props: {
  readonly soFar: AttackSoFar;
  readonly original: { readonly map: AttributionMap; readonly input: ModelInput };
}): ReactNode {
  const { soFar, original } = props;
  const text = useStudyText().attack;
  const speech = useAttackSpeech();
  const view = useApp((state) => state.view);
  const { best, settings } = soFar;
  const scale = usePairScale(original.map, best?.map ?? null, view);
  const { score } = ATTACKS[settings.id];
  return (
    <div className={styles.maps}>
      <Heatmap {...original} scale={scale} title={text.original} note="" />
      {best ? (
        <Heatmap
          map={best.map}
          input={best.input}
          scale={scale}
          title={text.best}
          note={text.bestAt({
            step: speech.format.integer(best.step),
            score: speech.text.scores[score],
            value: attackScore(score, best.score, speech),
          })}
        />
      ) : (
        <p className={styles.note}>{text.noPicture}</p>
      )}
      <LookButton soFar={soFar} />
    </div>
  );
}
