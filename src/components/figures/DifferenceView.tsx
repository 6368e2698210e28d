import { DefectOutline } from './DefectOutline.tsx';
import { HeatmapPane } from './HeatmapPane.tsx';
import { HeatmapScale } from './HeatmapScale.tsx';
import styles from './HeatmapViews.module.css';
import type { PairViewProps } from './heatmapData.ts';
import { useDifference, useHeatmap } from './heatmapData.ts';

/** Perturbed minus original, over the original picture: red where attribution rose, blue where it fell. */
export function DifferenceView(props: PairViewProps) {
  const { texts, original, perturbed, opacity } = props;
  const words = texts.heatmaps;
  const { map, scale } = useDifference(original.map, perturbed.map, props.scale);
  const pixels = useHeatmap(map, original.input, scale, opacity);
  return (
    <div className={styles.single}>
      <HeatmapPane
        title={words.difference}
        caption={words.differenceCaption}
        layers={[{ name: words.difference, pixels }]}
        link={props.link}
        gridLabel={words.grid({ name: words.difference })}
        cellText={props.cellText}
        describedBy={props.describedBy}
        tabbable
        overlay={(region) => <DefectOutline mask={original.defect} region={region} />}
      />
      <HeatmapScale scale={scale} texts={texts.colourScale} meaning="difference" />
    </div>
  );
}
