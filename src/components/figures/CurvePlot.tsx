import type { CurveGeometry } from '../../charts/curve.ts';
import { SERIES_STYLES } from '../../charts/curveStyle.ts';
import type { CurvePoint } from '../../domain/view.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import { SERIES_COLOURS } from './curveWords.ts';
import { PlotAxes } from './PlotAxes.tsx';
import { PlotEndLabel } from './PlotEndLabel.tsx';
import styles from './StabilityCurve.module.css';

export interface CurvePlotProps {
  readonly texts: FigureTexts['curve'];
  readonly geometry: CurveGeometry;
  readonly size: { readonly width: number; readonly height: number };
  readonly points: readonly CurvePoint[];
  readonly labelled: boolean;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly active: number | null;
}

/** Half the length of a name on the lattice, and the whole one of the current place's. */
const LATTICE_WORD = 34;
const CURRENT_WORD = 56;

function Lattice({ geometry, texts, size }: CurvePlotProps) {
  const { plot, lattice, currentX } = geometry;
  const isFree = (x: number): boolean =>
    currentX === null || x > currentX + CURRENT_WORD + LATTICE_WORD || x < currentX - LATTICE_WORD;
  return lattice.map((tick) => (
    <g key={tick.value}>
      <line
        className={styles.lattice}
        x1={tick.position}
        x2={tick.position}
        y1={plot.top}
        y2={plot.bottom}
      />
      {isFree(tick.position) && (
        <text
          className={styles.latticeName}
          x={Math.min(tick.position, size.width - LATTICE_WORD)}
          y={plot.top - 5}
          textAnchor="middle"
        >
          {texts.stride({ multiple: tick.multiple, stride: tick.value / tick.multiple })}
        </text>
      )}
    </g>
  ));
}

function Current({ geometry, texts }: CurvePlotProps) {
  const { plot, currentX } = geometry;
  if (currentX === null) return null;
  return (
    <g>
      <line className={styles.current} x1={currentX} x2={currentX} y1={plot.top} y2={plot.bottom} />
      <path className={styles.currentMark} d={`M${currentX} ${plot.top + 1}l-5 -7h10z`} />
      <text className={styles.currentName} x={currentX + 9} y={plot.top - 5}>
        {texts.current}
      </text>
    </g>
  );
}

function Lines({ geometry, active }: CurvePlotProps) {
  return geometry.lines.map(({ id, path, marks }) => {
    const { dash, mark } = SERIES_STYLES[id];
    return (
      <g key={id} style={{ color: SERIES_COLOURS[id] }} data-series={id}>
        <path className={styles.line} d={path} strokeDasharray={dash.join(' ')} />
        {marks.map(({ index, x, y }) => (
          <path
            key={index}
            className={styles.mark}
            d={mark}
            transform={`translate(${x} ${y}) scale(${index === active ? 1.7 : 1})`}
          />
        ))}
      </g>
    );
  });
}

function EndLabels({ geometry, texts }: CurvePlotProps) {
  const { lines, chanceLabel } = geometry;
  const x = Math.max(0, ...lines.map(({ label }) => label?.fromX ?? 0)) + 16;
  return (
    <>
      {chanceLabel && (
        <PlotEndLabel label={chanceLabel} x={x} colour="var(--text-muted)" name={texts.chance} />
      )}
      {lines.map(
        ({ id, label }) =>
          label && (
            <PlotEndLabel
              key={id}
              label={label}
              x={x}
              colour={SERIES_COLOURS[id]}
              name={texts.series[id]}
            />
          ),
      )}
    </>
  );
}

function ChangedDecisions({ geometry, points }: CurvePlotProps) {
  const { plot, places } = geometry;
  return points.map(({ at, scores, decisionChanged }, index) =>
    scores && decisionChanged ? (
      <path
        key={at}
        className={styles.changed}
        d={`M${(places[index] ?? 0) - 3} ${plot.bottom - 3}l6 6m0 -6l-6 6`}
      />
    ) : null,
  );
}

/** The picture of the curve. Everything in it is also said by the reader and the table. */
export function CurvePlot(props: CurvePlotProps) {
  const { geometry, size, active, labelled } = props;
  const { plot, places } = geometry;
  const x = active === null ? undefined : places[active];
  return (
    <svg className={styles.svg} width={size.width} height={size.height} aria-hidden="true">
      {geometry.chance.map(({ id, path }) => (
        <path key={id} d={path} className={styles.chance} />
      ))}
      <PlotAxes {...geometry} xLabel={props.xLabel} yLabel={props.yLabel} />
      <Lattice {...props} />
      <Current {...props} />
      {x !== undefined && (
        <line className={styles.active} x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
      )}
      <Lines {...props} />
      <ChangedDecisions {...props} />
      {labelled && <EndLabels {...props} />}
    </svg>
  );
}
