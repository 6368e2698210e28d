import { gradientStops } from '../../charts/colourMaps.ts';
import { valueFormatter } from '../../charts/numbers.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import { ColourScale } from './ColourScale.tsx';
import type { Scale } from './heatmapData.ts';

/** The colour scale of heatmaps, with numbers at its ends and middle. */
export function HeatmapScale(props: {
  readonly scale: Scale;
  readonly texts: FigureTexts['colourScale'];
  readonly meaning: 'value' | 'difference';
}) {
  const { scale, texts, meaning } = props;
  const { max, signed, clipped, quantile } = scale.domain;
  const write = valueFormatter(max);
  const top = clipped ? `≥ ${write(max)}` : write(max);
  const bottom = signed ? (clipped ? `≤ ${write(-max)}` : write(-max)) : '0';
  const ticks = [
    { share: 1, text: top },
    { share: 0.5, text: signed ? '0' : write(max / 2) },
    { share: 0, text: bottom },
  ];
  const name = signed && meaning === 'value' ? texts.signed : texts[meaning];
  const robust = quantile !== null;
  return (
    <ColourScale
      stops={gradientStops(scale.table)}
      ticks={max === 0 ? ticks.slice(2) : ticks}
      label={texts.range({ name, from: bottom, to: top })}
      note={robust ? texts.robust : undefined}
      noteLong={robust ? texts.robustLong : undefined}
      orientation="adaptive"
    />
  );
}
