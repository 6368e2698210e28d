import type { CurveGeometry, CurveSeriesId } from '../../charts/curve.ts';
import { SERIES_STYLES } from '../../charts/curveStyle.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import { READING_ORDER, SERIES_COLOURS } from './curveWords.ts';
import styles from './StabilityCurve.module.css';

/** A piece of a series' line with its mark. */
export function SeriesSwatch({ id }: { readonly id: CurveSeriesId }) {
  const { dash, mark } = SERIES_STYLES[id];
  return (
    <svg width="24" height="12" aria-hidden="true" style={{ color: SERIES_COLOURS[id] }}>
      <line className={styles.line} x1="0" x2="24" y1="6" y2="6" strokeDasharray={dash.join(' ')} />
      <path className={styles.mark} d={mark} transform="translate(12 6)" />
    </svg>
  );
}

/** Names of the lines that are there, for figures too narrow to write them beside the lines. */
export function CurveLegend({
  texts,
  geometry,
}: {
  readonly texts: FigureTexts['curve'];
  readonly geometry: CurveGeometry;
}) {
  const drawn = new Set(geometry.lines.filter(({ label }) => label).map(({ id }) => id));
  return (
    <ul className={styles.legend}>
      {READING_ORDER.filter((id) => drawn.has(id)).map((id) => (
        <li key={id}>
          <SeriesSwatch id={id} />
          {texts.series[id]}
        </li>
      ))}
      {geometry.chance.some(({ path }) => path !== '') && (
        <li>
          <i className={styles.chanceSwatch} />
          {texts.chance}
        </li>
      )}
    </ul>
  );
}
