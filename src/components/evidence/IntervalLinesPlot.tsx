import { type ReactNode, useMemo } from 'react';
import { evidenceStyle } from '../../charts/evidenceStyle.ts';
import { type EvidenceView, sharesChance } from '../../charts/evidenceView.ts';
import { type IntervalLinesGeometry, intervalLines } from '../../charts/intervalLines.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { PlotAxes } from '../figures/PlotAxes.tsx';
import { PlotEndLabel } from '../figures/PlotEndLabel.tsx';
import { PlotReader } from '../figures/PlotReader.tsx';
import curve from '../figures/StabilityCurve.module.css';
import { IntervalTip } from './IntervalTip.tsx';
import styles from './intervals.module.css';
import type { IntervalWords } from './intervalWords.ts';
import { seriesColour } from './seriesColours.ts';

export interface IntervalPlotProps {
  readonly view: EvidenceView;
  readonly words: IntervalWords;
  readonly title: string;
  readonly width: number;
  /** Lines have their names beside their ends. */
  readonly labelled: boolean;
  /** Index of the level pointed at; null for none. */
  readonly active: number | null;
  readonly onActive: (index: number | null) => void;
}

const HEIGHT = 280;
const LABEL_ROOM = 176;

interface LinesProps {
  readonly geometry: IntervalLinesGeometry;
  readonly active: number | null;
  /** Chance is drawn once, for all of them. */
  readonly oneChance: boolean;
}

function Lines({ geometry, active, oneChance }: LinesProps) {
  return geometry.lines.map(({ path, band, chance, marks }, i) => {
    const { dash, mark } = evidenceStyle(i);
    return (
      <g key={i} style={{ color: seriesColour(i) }} data-series={i}>
        <path className={styles.band} d={band} />
        {!oneChance && <path className={styles.chance} d={chance} />}
        <path className={curve.line} d={path} strokeDasharray={dash.join(' ')} />
        {marks.map(({ index, x, y }) => (
          <path
            key={index}
            className={curve.mark}
            d={mark}
            transform={`translate(${x} ${y}) scale(${index === active ? 1.5 : 1})`}
          />
        ))}
      </g>
    );
  });
}

/** Lines with bands over a numeric factor. Everything in the picture is also said by the reader and the table. */
export function IntervalLinesPlot(props: IntervalPlotProps): ReactNode {
  const { view, words, title, width, labelled, active, onActive } = props;
  const { frame } = useEvidenceText();
  const oneChance = sharesChance(view);
  const geometry = useMemo(() => {
    const margin = { top: 34, right: labelled ? LABEL_ROOM : 16, bottom: 42, left: 42 };
    return intervalLines({ view, width, height: HEIGHT, margin, labelHeight: 16 });
  }, [view, width, labelled]);
  const { plot, places, referenceY } = geometry;
  const x = active === null ? undefined : places[active];
  const xTicks =
    view.x === 'k'
      ? geometry.xTicks.map((tick) => ({ ...tick, label: words.levelName(tick.value) }))
      : geometry.xTicks;
  return (
    <div style={{ height: HEIGHT }}>
      <svg className={curve.svg} width={width} height={HEIGHT} aria-hidden="true">
        <PlotAxes {...geometry} xTicks={xTicks} xLabel={words.xName} yLabel={words.yName} />
        {referenceY !== null && (
          <line
            className={styles.reference}
            x1={plot.left}
            x2={plot.right}
            y1={referenceY}
            y2={referenceY}
          />
        )}
        {x !== undefined && (
          <line className={curve.active} x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
        )}
        {oneChance && <path className={styles.oneChance} d={geometry.lines[0]?.chance} />}
        <Lines geometry={geometry} active={active} oneChance={oneChance} />
        {labelled &&
          geometry.lines.map(({ label }, i) => {
            const series = view.series[i];
            return (
              label &&
              series && (
                <PlotEndLabel
                  key={series.level}
                  label={label}
                  x={plot.right + 16}
                  colour={seriesColour(i)}
                  name={words.seriesName(series)}
                />
              )
            );
          })}
      </svg>
      <PlotReader
        label={`${title}: ${words.xName}`}
        keys={frame.keys}
        plot={plot}
        places={places}
        active={active}
        sentenceAt={words.sentenceAt}
        onActive={onActive}
      />
      {active !== null && x !== undefined && (
        <IntervalTip view={view} words={words} index={active} at={{ x }} width={width} />
      )}
    </div>
  );
}
