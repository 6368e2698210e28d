import type { CurveMode } from '../../charts/curve.ts';
import { seriesScore } from '../../charts/curve.ts';
import { scoreText } from '../../charts/numbers.ts';
import type { StrengthUnit } from '../../domain/perturbation.ts';
import type { CurvePoint } from '../../domain/view.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import { SeriesSwatch } from './CurveLegend.tsx';
import { placeWords, valuesAt } from './curveWords.ts';
import styles from './StabilityCurve.module.css';

/** All values at one place, beside the line through it. */
export function CurveTip(props: {
  readonly texts: FigureTexts['curve'];
  readonly unit: 'px' | StrengthUnit;
  readonly point: CurvePoint;
  readonly mode: CurveMode;
  readonly x: number;
  readonly width: number;
}) {
  const { texts, unit, point, mode, x, width } = props;
  const side = x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
  const chance = seriesScore(point, 'lensRecall')?.chance ?? null;
  return (
    <div className={styles.tip} style={side} aria-hidden="true">
      <strong>{placeWords(texts, unit, point.at)}</strong>
      {!point.scores && <span className={styles.quiet}>{texts.pending}</span>}
      {valuesAt(texts, point, mode).map(({ id, name, value }) => (
        <span key={id} className={styles.tipRow}>
          <SeriesSwatch id={id} />
          <span>{name}</span>
          <b>{value}</b>
        </span>
      ))}
      {mode === 'value' && chance !== null && (
        <span className={`${styles.tipRow} ${styles.quiet}`}>
          <i className={styles.chanceSwatch} />
          <span>{texts.chance}</span>
          <b>{scoreText(chance)}</b>
        </span>
      )}
      {point.decisionChanged && (
        <span className={styles.tipChanged}>× {texts.decisionChanged}</span>
      )}
    </div>
  );
}
