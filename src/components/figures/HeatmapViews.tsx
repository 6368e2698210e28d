import type { ReactNode } from 'react';
import { useId } from 'react';
import { valueFormatter } from '../../charts/numbers.ts';
import type { OverlapMask } from '../../domain/score.ts';
import type { HeatmapViewId } from '../../domain/view.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import { BlinkView } from './BlinkView.tsx';
import { DifferenceView } from './DifferenceView.tsx';
import { PendingPane } from './HeatmapPane.tsx';
import styles from './HeatmapViews.module.css';
import type { HeatmapLook, HeatmapSide, PairViewProps, Scale } from './heatmapData.ts';
import { usePairScale } from './heatmapData.ts';
import { OverlapView } from './OverlapView.tsx';
import { SideBySideView } from './SideBySideView.tsx';
import { SwipeView } from './SwipeView.tsx';
import { useLinkedView } from './useLinkedView.ts';
import { ZoomControls } from './ZoomControls.tsx';

export interface HeatmapViewsProps extends HeatmapLook {
  readonly texts: FigureTexts;
  readonly mode: HeatmapViewId;
  readonly original: HeatmapSide;
  /** Null while it is being computed. */
  readonly perturbed: HeatmapSide | null;
  /** Null while the pair is not scored. */
  readonly masks: { readonly raw: OverlapMask; readonly aligned: OverlapMask | null } | null;
  readonly alignedOverlap: boolean;
  /** Stands at the start of the bar over the pictures: the choice of view, colours, opacity. */
  readonly toolbar?: ReactNode;
}

function PairView(props: HeatmapViewsProps & PairViewProps) {
  switch (props.mode) {
    case 'sideBySide':
      return <SideBySideView {...props} />;
    case 'swipe':
      return <SwipeView {...props} />;
    case 'blink':
      return <BlinkView {...props} />;
    case 'difference':
      return <DifferenceView {...props} />;
    case 'overlap':
      return <OverlapView {...props} />;
  }
}

/** `(x, y): before → after` for a pixel. */
function readerOf(props: HeatmapViewsProps, { domain }: Scale): PairViewProps['cellText'] {
  const { original, perturbed, texts } = props;
  const write = valueFormatter(domain.max);
  return ({ x, y }) => {
    const at = y * original.map.width + x;
    const before = write(original.map.values[at] ?? 0);
    if (!perturbed) return texts.heatmaps.readoutOne({ x, y, value: before });
    const after = write(perturbed.map.values[at] ?? 0);
    return texts.heatmaps.readout({ x, y, before, after });
  };
}

/**
 * The pair of heatmaps, looked at in one of five ways, with linked zoom, pan and cursor. Changing the view, colours or opacity only
 * repaints. Images are named `Original heatmap`, `Perturbed heatmap`, `Difference map`, `Overlap map` in English.
 */
export function HeatmapViews(props: HeatmapViewsProps) {
  const { texts, original, perturbed, toolbar } = props;
  const words = texts.heatmaps;
  const keys = useId();
  const link = useLinkedView(original.map);
  const scale = usePairScale(original.map, perturbed?.map ?? null, props);
  const cellText = readerOf(props, scale);
  const shared = { ...props, scale, link, describedBy: keys, cellText };
  return (
    <div className={styles.views}>
      <div className={styles.bar}>
        {toolbar}
        <span className={styles.readout} data-testid="readout">
          {link.cursor ? cellText(link.cursor) : words.readoutHint}
        </span>
        <ZoomControls link={link} texts={words} />
      </div>
      {perturbed ? (
        <PairView {...shared} perturbed={perturbed} />
      ) : (
        <SideBySideView
          {...shared}
          perturbed={null}
          pending={
            <PendingPane
              title={words.perturbed}
              caption=""
              message={words.pending}
              aspect={`${original.map.width} / ${original.map.height}`}
            />
          }
        />
      )}
      <p id={keys} className="visually-hidden">
        {words.keys}
      </p>
    </div>
  );
}
