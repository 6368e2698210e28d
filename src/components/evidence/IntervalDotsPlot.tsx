import { type ReactNode, useMemo } from 'react';
import { evidenceStyle } from '../../charts/evidenceStyle.ts';
import { type IntervalRow, intervalDots } from '../../charts/intervalDots.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { PlotReader } from '../figures/PlotReader.tsx';
import curve from '../figures/StabilityCurve.module.css';
import type { IntervalPlotProps } from './IntervalLinesPlot.tsx';
import { IntervalTip } from './IntervalTip.tsx';
import styles from './intervals.module.css';
import { seriesColour } from './seriesColours.ts';

/** Narrower plots have the names above their rows. */
const NAMES_FROM = 480;
const NAME_WIDTH = 210;
const VALUE_WIDTH = 48;

interface RowProps {
  readonly row: IntervalRow;
  readonly name: string;
  readonly nameWidth: number;
  readonly score: (value: number) => string;
}

/** A name and its dots, each with its interval and its number. */
function Row({ row, name, nameWidth, score }: RowProps): ReactNode {
  return (
    <g>
      <text
        className={styles.rowName}
        x={nameWidth === 0 ? 8 : nameWidth}
        y={row.nameY}
        textAnchor={nameWidth === 0 ? 'start' : 'end'}
        dy="0.34em"
      >
        {name}
      </text>
      {row.dots.map((dot) => (
        <g key={dot.series} style={{ color: seriesColour(dot.series) }}>
          <line className={styles.bar} x1={dot.low} x2={dot.high} y1={dot.y} y2={dot.y} />
          {dot.chance !== null && (
            <line
              className={styles.chanceTick}
              x1={dot.chance}
              x2={dot.chance}
              y1={dot.y - 6}
              y2={dot.y + 6}
            />
          )}
          <path
            className={curve.mark}
            d={evidenceStyle(dot.series).mark}
            transform={`translate(${dot.x} ${dot.y})`}
          />
          <text className={styles.value} x={dot.high + 8} y={dot.y} dy="0.34em">
            {score(dot.value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Rows of dots over a factor of names, the best first. Everything in the picture is also said by the reader and the table. */
export function IntervalDotsPlot(props: IntervalPlotProps): ReactNode {
  const { view, words, title, width, active, onActive } = props;
  const { frame } = useEvidenceText();
  const nameWidth = width >= NAMES_FROM ? NAME_WIDTH : 0;
  const geometry = useMemo(
    () => intervalDots({ view, width, nameWidth, valueWidth: VALUE_WIDTH }),
    [view, width, nameWidth],
  );
  const { plot, rows, ticks, referenceX, height } = geometry;
  const row = active === null ? undefined : rows[active];
  return (
    <div style={{ height }}>
      <svg className={curve.svg} width={width} height={height} aria-hidden="true">
        {row && (
          <rect
            className={styles.activeRow}
            x={0}
            width={width}
            y={row.top}
            height={row.bottom - row.top}
          />
        )}
        {ticks.map(({ value, position, label }) => (
          <g key={value}>
            <line
              className={value === 0 ? curve.axis : curve.grid}
              x1={position}
              x2={position}
              y1={plot.top}
              y2={plot.bottom}
            />
            <text className={curve.tick} x={position} y={plot.bottom + 15} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {referenceX !== null && (
          <line
            className={styles.reference}
            x1={referenceX}
            x2={referenceX}
            y1={plot.top}
            y2={plot.bottom}
          />
        )}
        <text className={curve.axisName} x={plot.right} y={plot.bottom + 32} textAnchor="end">
          {words.yName}
        </text>
        {rows.map((own, i) => {
          const level = view.levels[i];
          return (
            level !== undefined && (
              <Row
                key={level}
                row={own}
                name={words.levelName(level)}
                nameWidth={nameWidth}
                score={words.score}
              />
            )
          );
        })}
      </svg>
      <PlotReader
        label={`${title}: ${words.xName}`}
        keys={frame.keys}
        plot={{ ...plot, left: 0, right: width }}
        places={rows.map(({ top, bottom }) => (top + bottom) / 2)}
        direction="down"
        active={active}
        sentenceAt={words.sentenceAt}
        onActive={onActive}
      />
      {active !== null && row && (
        <IntervalTip
          view={view}
          words={words}
          index={active}
          at={{ x: width / 3, y: row.bottom + 2 }}
          width={width}
        />
      )}
    </div>
  );
}
