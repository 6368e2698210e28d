import { useMemo } from 'react';
import { maskHatch, maskOutline } from '../../charts/maskOutline.ts';
import { overlapCounts, overlapKind, overlapPixels } from '../../charts/overlapPixels.ts';
import type { MapRegion } from '../../charts/viewport.ts';
import type { OverlapMask } from '../../domain/score.ts';
import { OVERLAP } from '../../domain/score.ts';
import { HeatmapPane, PendingPane } from './HeatmapPane.tsx';
import styles from './HeatmapViews.module.css';
import type { PairViewProps } from './heatmapData.ts';
import { OverlapLegend } from './OverlapLegend.tsx';
import outline from './OverlapView.module.css';

/** Widest part of a map, pixels, in which strokes inside a pixel can be told apart. */
const HATCH_BELOW = 72;

function Outlines({
  mask,
  region,
  width,
}: {
  mask: OverlapMask;
  region: MapRegion;
  width: number;
}) {
  const paths = useMemo(
    () => ({
      original: maskOutline(mask, width, OVERLAP.originalWindow),
      perturbed: maskOutline(mask, width, OVERLAP.perturbedWindow),
    }),
    [mask, width],
  );
  const { left, top } = region;
  const seen = {
    left: Math.floor(left),
    top: Math.floor(top),
    right: Math.ceil(left + region.width),
    bottom: Math.ceil(top + region.height),
  };
  const hatched = region.width <= HATCH_BELOW;
  return (
    <svg
      aria-hidden="true"
      className={outline.overlay}
      viewBox={`${left} ${top} ${region.width} ${region.height}`}
      preserveAspectRatio="none"
    >
      <path d={paths.original} className={outline.originalWindow} />
      <path d={paths.perturbed} className={outline.perturbedWindow} />
      {hatched && <path d={maskHatch(mask, width, 'original', seen)} className={outline.hatch} />}
      {hatched && <path d={maskHatch(mask, width, 'perturbed', seen)} className={outline.hatch} />}
    </svg>
  );
}

function OverlapPane(props: PairViewProps & { mask: OverlapMask; caption: string }) {
  const { texts, original, mask, cellText } = props;
  const words = texts.heatmaps;
  const { width } = original.map;
  const pixels = useMemo(() => overlapPixels(mask, original.input), [mask, original.input]);
  return (
    <HeatmapPane
      title={words.overlap}
      caption={props.caption}
      layers={[{ name: words.overlap, pixels }]}
      link={props.link}
      gridLabel={words.grid({ name: words.overlap })}
      cellText={(pixel) => {
        const kind = overlapKind(mask[pixel.y * width + pixel.x] ?? 0);
        return `${cellText(pixel)}, ${words.kinds[kind ?? 'none']}`;
      }}
      describedBy={props.describedBy}
      tabbable
      overlay={(region) => <Outlines mask={mask} region={region} width={width} />}
    />
  );
}

/** The k strongest pixels of both heatmaps, where they meet, and the windows that LENS grants them. */
export function OverlapView(
  props: PairViewProps & {
    readonly masks: { readonly raw: OverlapMask; readonly aligned: OverlapMask | null } | null;
    readonly alignedOverlap: boolean;
  },
) {
  const { texts, masks, alignedOverlap, original } = props;
  const words = texts.heatmaps;
  const mask = (alignedOverlap ? masks?.aligned : masks?.raw) ?? null;
  const caption = alignedOverlap ? words.overlapAligned : words.overlapRaw;
  const missing = masks && alignedOverlap ? words.noAligned : words.noOverlap;
  const { width, height } = original.map;
  return (
    <div className={styles.single}>
      {mask ? (
        <OverlapPane {...props} mask={mask} caption={caption} />
      ) : (
        <PendingPane
          title={words.overlap}
          caption={caption}
          message={missing}
          aspect={`${width} / ${height}`}
        />
      )}
      {mask && <OverlapLegend texts={words} counts={overlapCounts(mask)} />}
    </div>
  );
}
