import { type ReactNode, useMemo, useState } from 'react';
import { evidenceStyle } from '../../charts/evidenceStyle.ts';
import { detectionsAt, ROC_PLACES, rocChart } from '../../charts/rocChart.ts';
import type { Level } from '../../domain/evidence.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useFormat } from '../../i18n/useText.ts';
import { PlotAxes } from '../figures/PlotAxes.tsx';
import { PlotReader } from '../figures/PlotReader.tsx';
import curve from '../figures/StabilityCurve.module.css';
import { useWidth } from '../figures/useWidth.ts';
import styles from './intervals.module.css';
import type { RocOfScore } from './rocCells.ts';
import { SeriesKey } from './SeriesKey.tsx';
import { seriesColour } from './seriesColours.ts';

interface RocPlotProps {
  /** In colour, in the order of their styles. */
  readonly shown: readonly RocOfScore[];
  readonly quiet: readonly RocOfScore[];
  readonly nameOf: (score: Level) => string;
}

const NARROWEST = 300;
const LARGEST = 380;
const MARGIN = { top: 34, right: 16, bottom: 42, left: 42 } as const;

/** Detections against false alarms, as square as there is room. */
export function RocPlot({ shown, quiet, nameOf }: RocPlotProps): ReactNode {
  const { frame } = useEvidenceText();
  const format = useFormat();
  const { ref, width: room } = useWidth<HTMLDivElement>(NARROWEST);
  const [active, setActive] = useState<number | null>(null);
  const width = Math.min(room, LARGEST);
  const height = width - MARGIN.left - MARGIN.right + MARGIN.top + MARGIN.bottom;
  const chart = useMemo(() => {
    const curves = [...quiet, ...shown].map(({ roc }) => roc);
    return rocChart(curves, { width, height, margin: MARGIN });
  }, [quiet, shown, width, height]);
  const { plot } = chart;
  const falseAlarms = active === null ? undefined : ROC_PLACES[active];
  const x = falseAlarms === undefined ? null : chart.xOf(falseAlarms);
  const valuesAt = (share: number) =>
    shown.map(({ score, roc }) => ({
      score,
      name: nameOf(score),
      detections: detectionsAt(roc, share),
    }));
  const sentenceAt = (index: number) => {
    const share = ROC_PLACES[index] ?? 0;
    const place = frame.at({ factor: frame.rocX, level: format.share(share) });
    const values = valuesAt(share).map(({ name, detections }) =>
      frame.valueAt({ name, value: format.share(detections) }),
    );
    return [place, ...values].join('; ');
  };
  return (
    <>
      {/* Measured apart from the plot, whose height follows the width. */}
      <div ref={ref} />
      <div className={curve.plot} style={{ height }}>
        <svg className={curve.svg} width={width} height={height} aria-hidden="true">
          <PlotAxes {...chart} xLabel={frame.rocX} yLabel={frame.rocY} />
          <path className={styles.reference} d={chart.chance} />
          <text className={styles.coin} x={chart.xOf(0.62)} y={chart.yOf(0.54)}>
            {frame.rocCoin}
          </text>
          {quiet.map(({ score }, i) => (
            <path key={score} className={styles.quietCurve} d={chart.paths[i]} />
          ))}
          {x !== null && (
            <line className={curve.active} x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
          )}
          {shown.map(({ score, roc }, i) => (
            <g key={score} style={{ color: seriesColour(i) }}>
              <path
                className={curve.line}
                d={chart.paths[quiet.length + i]}
                strokeDasharray={evidenceStyle(i).dash.join(' ')}
              />
              {x !== null && falseAlarms !== undefined && (
                <path
                  className={curve.mark}
                  d={evidenceStyle(i).mark}
                  transform={`translate(${x} ${chart.yOf(detectionsAt(roc, falseAlarms))})`}
                />
              )}
            </g>
          ))}
        </svg>
        <PlotReader
          label={`${frame.roc}: ${frame.rocX}`}
          keys={frame.keys}
          plot={plot}
          places={ROC_PLACES.map(chart.xOf)}
          active={active}
          sentenceAt={sentenceAt}
          onActive={setActive}
        />
        {x !== null && falseAlarms !== undefined && (
          <div
            className={`${curve.tip} ${styles.tip}`}
            style={x > width / 2 ? { right: room - x + 12 } : { left: x + 12 }}
            aria-hidden="true"
          >
            <strong>{frame.at({ factor: frame.rocX, level: format.share(falseAlarms) })}</strong>
            {valuesAt(falseAlarms).map(({ score, name, detections }, i) => (
              <span key={score} className={curve.tipRow}>
                <SeriesKey index={i} line />
                <span>{name}</span>
                <b>{format.share(detections)}</b>
              </span>
            ))}
          </div>
        )}
      </div>
    </>
  );
}
