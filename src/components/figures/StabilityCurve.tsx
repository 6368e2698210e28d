import { useId, useMemo, useState } from 'react';
import type { CurveMode } from '../../charts/curve.ts';
import { curveGeometry } from '../../charts/curve.ts';
import type { StrengthUnit } from '../../domain/perturbation.ts';
import type { CurvePoint } from '../../domain/view.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import { CurveLegend } from './CurveLegend.tsx';
import { CurvePlot } from './CurvePlot.tsx';
import { CurveReader } from './CurveReader.tsx';
import { CurveTable } from './CurveTable.tsx';
import { CurveTip } from './CurveTip.tsx';
import figure from './figure.module.css';
import styles from './StabilityCurve.module.css';
import { useWidth } from './useWidth.ts';

export interface StabilityCurveProps {
  readonly texts: FigureTexts['curve'];
  /** All places asked for, in rising order of `at`; those without scores are still being computed. */
  readonly points: readonly CurvePoint[];
  /** Unit of `at`: pixels for a shift. */
  readonly unit: 'px' | StrengthUnit;
  /** `at` of the place the page shows; null when it is not on the curve. */
  readonly current: number | null;
  /** Total stride of the network; null unless the perturbation is a shift. */
  readonly stride: number | null;
  /** Scores corrected for chance instead of values. */
  readonly corrected: boolean;
  /** Written under the title, for example `k = 461, w = 2 px`. */
  readonly subtitle: string;
  /** Index of the point under the pointer or the keyboard's cursor; null when it left. */
  readonly onHover?: (index: number | null) => void;
  /** Index of the point taken over by click or Enter. */
  readonly onSelect: (index: number) => void;
}

/** Drawn so wide until it was measured: fits a phone, so that nothing sticks out. */
const NARROWEST = 300;

const HEIGHT = 244;
/** Narrower figures have their legend above the plot instead of beside the lines. */
const LABELS_FROM = 440;

/** Score against shift distance or strength, growing while results come in. */
export function StabilityCurve(props: StabilityCurveProps) {
  const { texts, points, unit, current, stride, corrected, onHover } = props;
  const titleId = useId();
  const { ref, width } = useWidth<HTMLDivElement>(NARROWEST);
  const [active, setActive] = useState<number | null>(null);
  const labelled = width >= LABELS_FROM;
  const mode: CurveMode = corrected ? 'corrected' : 'value';
  const geometry = useMemo(() => {
    const margin = { top: 34, right: labelled ? 128 : 12, bottom: 40, left: 38 };
    return curveGeometry({
      points,
      mode,
      current,
      stride,
      width,
      height: HEIGHT,
      margin,
      labelHeight: 15,
      nameChance: labelled,
    });
  }, [points, mode, current, stride, width, labelled]);
  const hover = (index: number | null): void => {
    if (index === active) return;
    setActive(index);
    onHover?.(index);
  };
  const place = active === null ? undefined : points[active];
  const at = active === null ? undefined : geometry.places[active];
  return (
    <figure className={figure.figure} aria-labelledby={titleId}>
      <figcaption className={figure.head}>
        <span id={titleId} className={figure.title}>
          {texts.title}
        </span>
        <span className={figure.subtitle}>{props.subtitle}</span>
      </figcaption>
      {!labelled && <CurveLegend texts={texts} geometry={geometry} />}
      <div ref={ref} className={styles.plot} style={{ height: HEIGHT }}>
        <CurvePlot
          texts={texts}
          geometry={geometry}
          size={{ width, height: HEIGHT }}
          points={points}
          labelled={labelled}
          xLabel={texts.xAxis[unit]}
          yLabel={corrected ? texts.yAxisCorrected : texts.yAxis}
          active={active}
        />
        <CurveReader {...props} geometry={geometry} active={active} onActive={hover} mode={mode} />
        {place && at !== undefined && (
          <CurveTip texts={texts} unit={unit} point={place} mode={mode} x={at} width={width} />
        )}
      </div>
      <CurveTable texts={texts} points={points} unit={unit} mode={mode} title={texts.title} />
    </figure>
  );
}
