import type { ReactNode } from 'react';
import { DefectOutline } from './DefectOutline.tsx';
import { HeatmapPane } from './HeatmapPane.tsx';
import { HeatmapScale } from './HeatmapScale.tsx';
import styles from './HeatmapViews.module.css';
import type { HeatmapSide, PairViewProps } from './heatmapData.ts';
import { useHeatmap } from './heatmapData.ts';

interface SidePaneProps extends Omit<PairViewProps, 'original' | 'perturbed'> {
  readonly side: HeatmapSide;
  readonly title: string;
  readonly tabbable: boolean;
}

function SidePane(props: SidePaneProps) {
  const { side, title, scale, opacity, texts } = props;
  const pixels = useHeatmap(side.map, side.input, scale, opacity);
  return (
    <HeatmapPane
      title={title}
      caption={side.caption}
      layers={[{ name: title, pixels }]}
      link={props.link}
      gridLabel={texts.heatmaps.grid({ name: title })}
      cellText={props.cellText}
      describedBy={props.describedBy}
      tabbable={props.tabbable}
      overlay={(region) => <DefectOutline mask={side.defect} region={region} />}
    />
  );
}

/** Both heatmaps beside each other on one scale; the first is in the tab order, for both move as one. */
export function SideBySideView(
  props: Omit<PairViewProps, 'perturbed'> & {
    readonly perturbed: HeatmapSide | null;
    /** Stands in for the perturbed heatmap while there is none. */
    readonly pending?: ReactNode;
  },
) {
  const { texts, original, perturbed, pending, scale } = props;
  const words = texts.heatmaps;
  return (
    <div className={styles.pair}>
      <SidePane {...props} side={original} title={words.original} tabbable />
      {perturbed ? (
        <SidePane {...props} side={perturbed} title={words.perturbed} tabbable={false} />
      ) : (
        pending
      )}
      <HeatmapScale scale={scale} texts={texts.colourScale} meaning="value" />
    </div>
  );
}
