import { useEffect, useState } from 'react';
import { DefectOutline } from './DefectOutline.tsx';
import { HeatmapPane } from './HeatmapPane.tsx';
import { HeatmapScale } from './HeatmapScale.tsx';
import styles from './HeatmapViews.module.css';
import type { PairViewProps } from './heatmapData.ts';
import { useHeatmap } from './heatmapData.ts';

/** Time one heatmap is seen: slow enough to look at, well under three flashes a second (WCAG 2.3.1). */
const SHOWN_MS = 700;

const wantsCalm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The two heatmaps in turn at the same place; stands still at first for people who want less motion. */
export function BlinkView(props: PairViewProps) {
  const { texts, original, perturbed, scale, opacity } = props;
  const words = texts.heatmaps;
  const [playing, setPlaying] = useState(() => !wantsCalm());
  const [second, setSecond] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setSecond((shown) => !shown), SHOWN_MS);
    return () => clearInterval(timer);
  }, [playing]);
  const before = useHeatmap(original.map, original.input, scale, opacity);
  const after = useHeatmap(perturbed.map, perturbed.input, scale, opacity);
  const shown = second ? perturbed : original;
  return (
    <div className={styles.single}>
      <HeatmapPane
        title={second ? words.perturbed : words.original}
        caption={shown.caption}
        layers={[
          { name: words.original, pixels: before, hidden: second },
          { name: words.perturbed, pixels: after, hidden: !second },
        ]}
        link={props.link}
        gridLabel={words.grid({ name: `${words.original}, ${words.perturbed}` })}
        cellText={props.cellText}
        describedBy={props.describedBy}
        tabbable
        overlay={(region) => <DefectOutline mask={shown.defect} region={region} />}
      />
      <div className={styles.buttons}>
        <button type="button" onClick={() => setPlaying(!playing)}>
          {playing ? words.pause : words.play}
        </button>
        <button
          type="button"
          onClick={() => {
            setPlaying(false);
            setSecond(!second);
          }}
        >
          {words.other}
        </button>
      </div>
      <HeatmapScale scale={scale} texts={texts.colourScale} meaning="value" />
    </div>
  );
}
