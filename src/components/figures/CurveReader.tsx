import type { CurveGeometry, CurveMode } from '../../charts/curve.ts';
import { nearestPlace } from '../../charts/curve.ts';
import { sentenceAt } from './curveWords.ts';
import { PlotReader } from './PlotReader.tsx';
import styles from './StabilityCurve.module.css';
import type { StabilityCurveProps } from './StabilityCurve.tsx';

export interface CurveReaderProps extends StabilityCurveProps {
  readonly geometry: CurveGeometry;
  readonly mode: CurveMode;
  readonly active: number | null;
  readonly onActive: (index: number | null) => void;
}

/** What makes the curve answer; says so while there is nothing to read. */
export function CurveReader(props: CurveReaderProps) {
  const { texts, points, unit, current, geometry, mode, active, onActive, onSelect } = props;
  const { plot, places, currentX } = geometry;
  if (points.length === 0) return <p className={styles.waiting}>{texts.waiting}</p>;
  return (
    <PlotReader
      label={`${texts.title}: ${texts.xAxis[unit]}`}
      keys={texts.keys}
      plot={plot}
      places={places}
      start={current === null || currentX === null ? 0 : nearestPlace(places, currentX)}
      active={active}
      sentenceAt={(index) => {
        const point = points[index];
        return point ? sentenceAt(texts, unit, point, mode) : '';
      }}
      onActive={onActive}
      onSelect={onSelect}
    />
  );
}
