import type { PointerEvent } from 'react';
import { useState } from 'react';
import { DefectOutline } from './DefectOutline.tsx';
import { HeatmapPane } from './HeatmapPane.tsx';
import { HeatmapScale } from './HeatmapScale.tsx';
import styles from './HeatmapViews.module.css';
import type { PairViewProps } from './heatmapData.ts';
import { useHeatmap } from './heatmapData.ts';

function Divide({ share, onShare }: { share: number; onShare: (share: number) => void }) {
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const frame = event.currentTarget.parentElement;
    if (!frame || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, width } = frame.getBoundingClientRect();
    onShare(Math.min(1, Math.max(0, (event.clientX - left) / width)));
  };
  return (
    <div
      aria-hidden="true"
      className={styles.divide}
      style={{ left: `${100 * share}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}

/** The original left of a divide, the perturbed heatmap right of it; the divide is a slider. */
export function SwipeView(props: PairViewProps) {
  const { texts, original, perturbed, scale, opacity } = props;
  const words = texts.heatmaps;
  const [share, setShare] = useState(0.5);
  const before = useHeatmap(original.map, original.input, scale, opacity);
  const after = useHeatmap(perturbed.map, perturbed.input, scale, opacity);
  return (
    <div className={styles.single}>
      <HeatmapPane
        title={words.original}
        caption={words.perturbed}
        layers={[
          { name: words.original, pixels: before, part: [0, share] },
          { name: words.perturbed, pixels: after, part: [share, 1] },
        ]}
        link={props.link}
        gridLabel={words.grid({ name: `${words.original}, ${words.perturbed}` })}
        cellText={props.cellText}
        describedBy={props.describedBy}
        tabbable
        overlay={(region) => (
          <>
            <DefectOutline mask={original.defect} region={region} part={[0, share]} />
            <DefectOutline mask={perturbed.defect} region={region} part={[share, 1]} />
          </>
        )}
        front={<Divide share={share} onShare={setShare} />}
      />
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={100}
        step={1}
        value={Math.round(100 * share)}
        aria-label={words.swipe}
        aria-valuetext={words.swipeValue({ percent: Math.round(100 * share) })}
        onChange={(event) => setShare(event.currentTarget.valueAsNumber / 100)}
      />
      <HeatmapScale scale={scale} texts={texts.colourScale} meaning="value" />
    </div>
  );
}
