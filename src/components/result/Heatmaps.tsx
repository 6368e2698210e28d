import { type ReactNode, useContext, useDeferredValue, useMemo } from 'react';
import { SpeechContext } from '../../i18n/useText.ts';
import { changeCaption } from '../../report/changeCaption.ts';
import type { AppState } from '../../state/store.ts';
import { shownTruth } from '../../state/truth.ts';
import { HeatmapViews } from '../figures/HeatmapViews.tsx';
import type { HeatmapSide } from '../figures/heatmapData.ts';
import { useApp } from '../storeContext.ts';
import { originalCaption, previewCaption } from './captions.ts';
import styles from './result.module.css';
import { ViewBar } from './ViewBar.tsx';

type Answered = Pick<AppState, 'result' | 'early' | 'scored'>;
type Shown = Pick<AppState, 'result' | 'early' | 'preview'>;

/** A pair of maps with its scores, drawn in slices behind the words: at once it would hold the page. */
function useAnswered(): Answered {
  const result = useApp((state) => state.result);
  const early = useApp((state) => state.early);
  const scored = useApp((state) => state.scored);
  return useDeferredValue(useMemo(() => ({ result, early, scored }), [result, early, scored]));
}

/** The two sides to show: the last good result with the place looked at, or the first half of the first run. */
function useSides({ result, early, preview }: Shown) {
  const speech = useContext(SpeechContext);
  const attribution = useApp(({ asked }) => asked.settings.attribution);
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  const outlined = useApp(({ view }) => view.defectOutline);
  const opened = useApp(({ truth }) => truth.opened);
  const moved = useApp(shownTruth)?.moved;
  const defect = (outlined && opened?.mask) || null;
  const movedDefect = (outlined && moved) || null;
  const asked = useApp(({ cards }) => cards.find(({ id }) => id === modelId));
  return useMemo((): { original: HeatmapSide | null; perturbed: HeatmapSide | null } => {
    if (result) {
      const { card, original, perturbed, targetClass } = result.analysis;
      const after = preview?.shown ?? perturbed;
      const caption = originalCaption(card, result.settings.attribution, targetClass, speech);
      return {
        original: { map: original.map, input: original.input, caption, defect },
        perturbed: {
          map: after.map,
          input: after.input,
          caption: preview
            ? previewCaption(preview, speech)
            : changeCaption(perturbed.perturbation, speech),
          defect: movedDefect,
        },
      };
    }
    if (!early || !asked) return { original: null, perturbed: null };
    const { map, input, predictedClass } = early.original;
    const target = attribution.targetClass ?? predictedClass;
    const caption = originalCaption(asked, attribution, target, speech);
    return { original: { map, input, caption }, perturbed: null };
  }, [result, early, preview, attribution, asked, speech, defect, movedDefect]);
}

/** The pair of heatmaps, or its outline while there is none. */
export function Heatmaps(): ReactNode {
  const { text } = useContext(SpeechContext);
  const view = useApp((state) => state.view);
  const { result, early, scored } = useAnswered();
  const preview = useApp((state) => state.preview);
  const { original, perturbed } = useSides({ result, early, preview });
  const masks = preview?.scored ?? scored;
  if (!original)
    return (
      <div className={styles.skeletons} aria-hidden="true">
        <div className={styles.skeleton} />
        <div className={styles.skeleton} />
      </div>
    );
  const moved = preview ? preview.shown.motion : result?.analysis.perturbed.motion;
  return (
    <HeatmapViews
      texts={text.figures}
      mode={view.mode}
      colourMap={view.colourMap}
      opacity={view.opacity}
      robustScale={view.robustScale}
      alignedOverlap={view.alignedOverlap}
      original={original}
      perturbed={perturbed}
      masks={masks && { raw: masks.rawMask, aligned: masks.alignedMask }}
      toolbar={<ViewBar geometric={Boolean(moved)} />}
    />
  );
}
