import { MAX_SCALE } from '../../charts/viewport.ts';
import type { FigureTexts } from '../../i18n/en/figures.ts';
import type { LinkedView } from './useLinkedView.ts';
import { ZOOM_STEP } from './usePaneGestures.ts';
import styles from './ZoomControls.module.css';

/** Buttons for those without wheel or pinch. */
export function ZoomControls({
  link,
  texts,
}: {
  readonly link: LinkedView;
  readonly texts: FigureTexts['heatmaps'];
}) {
  const { scale } = link.viewport;
  return (
    <div role="group" aria-label={texts.zoom} className={styles.zoom}>
      <button
        type="button"
        aria-label={texts.zoomOut}
        title={texts.zoomOut}
        disabled={scale <= 1}
        onClick={() => link.zoomBy(1 / ZOOM_STEP)}
      >
        −
      </button>
      <button
        type="button"
        className={styles.factor}
        aria-label={texts.zoomReset}
        title={texts.zoomReset}
        onClick={() => link.reset()}
      >
        {scale < 10 ? scale.toFixed(1) : scale.toFixed(0)}×
      </button>
      <button
        type="button"
        aria-label={texts.zoomIn}
        title={texts.zoomIn}
        disabled={scale >= MAX_SCALE}
        onClick={() => link.zoomBy(ZOOM_STEP)}
      >
        +
      </button>
    </div>
  );
}
