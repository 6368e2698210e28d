import { useMemo } from 'react';
import type { ColourTable } from '../../charts/colourMaps.ts';
import { colourTable } from '../../charts/colourMaps.ts';
import type { HeatmapDomain } from '../../charts/heatmapDomain.ts';
import { differenceDomain, differenceMap, lockedDomain } from '../../charts/heatmapDomain.ts';
import type { RgbaPixels } from '../../charts/heatmapPixels.ts';
import { heatmapPixels } from '../../charts/heatmapPixels.ts';
import type { FloatMap } from '../../domain/attribution.ts';
import type { ModelInput } from '../../domain/picture.ts';
import type { Mask } from '../../domain/truth.ts';
import type { ColourMapId } from '../../domain/view.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import type { LinkedView } from './useLinkedView.ts';

/** A map and the picture it explains, of one size. */
export interface HeatmapSide {
  readonly map: FloatMap;
  readonly input: ModelInput;
  /** What distinguishes this side: method and class, or the perturbation. */
  readonly caption: string;
  /** The defect to outline on this side. */
  readonly defect?: Mask | null;
}

/** The choices that only repaint. */
export interface HeatmapLook {
  readonly colourMap: ColourMapId;
  /** 0…1. */
  readonly opacity: number;
  /** The scale ends at the 99.5th percentile instead of the largest value. */
  readonly robustScale: boolean;
}

/** The colour scale of what is shown. */
export interface Scale {
  readonly domain: HeatmapDomain;
  readonly table: ColourTable;
}

/** What every view of a complete pair gets. */
export interface PairViewProps extends HeatmapLook {
  readonly texts: FigureTexts;
  readonly original: HeatmapSide;
  readonly perturbed: HeatmapSide;
  readonly scale: Scale;
  readonly link: LinkedView;
  /** Id of the words that explain the keys. */
  readonly describedBy: string;
  readonly cellText: (pixel: { readonly x: number; readonly y: number }) => string;
}

/** The one scale of both maps; found once per pair, never by a change of opacity. */
export function usePairScale(
  original: FloatMap,
  perturbed: FloatMap | null,
  { colourMap, robustScale }: HeatmapLook,
): Scale {
  return useMemo(() => {
    const maps = perturbed ? [original, perturbed] : [original];
    const domain = lockedDomain(maps, robustScale ? 'robust' : 'full');
    return { domain, table: colourTable(domain.signed ? 'diverging' : colourMap) };
  }, [original, perturbed, colourMap, robustScale]);
}

/** A heatmap over its picture. */
export function useHeatmap(
  map: FloatMap,
  input: ModelInput,
  scale: Scale,
  opacity: number,
): RgbaPixels {
  return useMemo(
    () => heatmapPixels(map, input, { ...scale, opacity }),
    [map, input, scale, opacity],
  );
}

/** The signed change of the pair with its own symmetric scale, as wide as the pair's. */
export function useDifference(
  original: FloatMap,
  perturbed: FloatMap,
  pair: Scale,
): { readonly map: FloatMap; readonly scale: Scale } {
  const map = useMemo(() => differenceMap(original, perturbed), [original, perturbed]);
  const scale = useMemo(
    () => ({ domain: differenceDomain(map, pair.domain), table: colourTable('diverging') }),
    [map, pair.domain],
  );
  return { map, scale };
}
