import { type ReactNode, useId } from 'react';
import { type AttackLineGeometry, attackLine } from '../../charts/attackLine.ts';
import { ATTACKS } from '../../domain/attack.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import type { AttackSoFar } from '../../state/attack.ts';
import { useWidth } from '../figures/useWidth.ts';
import styles from './attack.module.css';

const HEIGHT = 190;
const MARGIN = { top: 12, right: 12, bottom: 34, left: 40 } as const;

function Axes({
  geometry,
  name,
}: {
  readonly geometry: AttackLineGeometry;
  readonly name: string;
}) {
  const { plot, xTicks, yTicks } = geometry;
  return (
    <g>
      {yTicks.map(({ value, position, label }) => (
        <g key={value}>
          <line
            className={styles.grid}
            x1={plot.left}
            x2={plot.right}
            y1={position}
            y2={position}
          />
          <text x={plot.left - 6} y={position} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ value, position }) => (
        <text key={value} x={position} y={plot.bottom + 14} textAnchor="middle">
          {value}
        </text>
      ))}
      <text x={plot.right} y={plot.bottom + 28} textAnchor="end">
        {name}
      </text>
    </g>
  );
}

/** Sample of a line, as it is drawn. */
function Key({ series, name }: { readonly series: string; readonly name: string }): ReactNode {
  return (
    <li>
      <svg width="26" height="8" aria-hidden="true">
        <line className={styles.series} data-series={series} x1="1" x2="25" y1="4" y2="4" />
      </svg>
      {name}
    </li>
  );
}

/** Best scores against steps: attack, random control, one shot of noise. The table says the same. */
export function AttackLine({ soFar }: { readonly soFar: AttackSoFar }): ReactNode {
  const titleId = useId();
  const text = useStudyText().attack;
  const { scores } = useStudyText().attackWords;
  const { ref, width } = useWidth<HTMLDivElement>(320);
  const { steps, noise, untouched, settings } = soFar;
  const { score } = ATTACKS[settings.id];
  const geometry = attackLine({
    steps,
    noise,
    untouched,
    total: settings.steps,
    share: score !== 'massCenterShift' && score !== 'logitMargin',
    width: Math.max(width, MARGIN.left + MARGIN.right + 40),
    height: HEIGHT,
    margin: MARGIN,
  });
  const { plot, noiseY } = geometry;
  return (
    <figure className={styles.chart} aria-labelledby={titleId}>
      <figcaption>
        <strong id={titleId}>{text.chart}</strong>{' '}
        <span className={styles.note}>{scores[score]}</span>
      </figcaption>
      <div ref={ref} className={styles.plot} style={{ height: HEIGHT }}>
        <svg className={styles.svg} width={width} height={HEIGHT} aria-hidden="true">
          <Axes geometry={geometry} name={text.steps} />
          {noiseY !== null && (
            <line
              className={styles.series}
              data-series="noise"
              x1={plot.left}
              x2={plot.right}
              y1={noiseY}
              y2={noiseY}
            />
          )}
          <path className={styles.series} data-series="random" d={geometry.random} />
          <path className={styles.series} data-series="attack" d={geometry.attack} />
        </svg>
      </div>
      <ul className={styles.legend}>
        <Key series="attack" name={text.chartAttack} />
        <Key series="random" name={text.chartRandom} />
        <Key series="noise" name={text.chartNoise} />
      </ul>
    </figure>
  );
}
