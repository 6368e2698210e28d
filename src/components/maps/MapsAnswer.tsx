import { type ReactNode, useContext, useMemo } from 'react';
import type { ModelInput } from '../../domain/picture.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { verdictNumbers } from '../../report/verdictNumbers.ts';
import { HeatmapViews } from '../figures/HeatmapViews.tsx';
import { VerdictBanner } from '../result/VerdictBanner.tsx';
import { ViewBar } from '../result/ViewBar.tsx';
import { useApp } from '../storeContext.ts';

/** The verdict on two maps: nothing is known of a decision. */
export function MapsVerdict(): ReactNode {
  const speech = useContext(SpeechContext);
  const maps = useApp((state) => state.maps);
  if (!maps) return null;
  const { scores, verdict, thresholds } = maps.scored;
  const numbers = verdictNumbers({ analysis: null, scores, verdict }, speech);
  return (
    <VerdictBanner
      shown={{ verdict, numbers, thresholds }}
      ofMaps
      outOfDate="no"
      lookingAt={null}
    />
  );
}

/** The two maps in every view, on black: there is no picture below them. */
export function MapsHeatmaps(): ReactNode {
  const { text } = useContext(SpeechContext);
  const maps = useApp((state) => state.maps);
  const view = useApp((state) => state.view);
  const original = maps?.original;
  const perturbed = maps?.perturbed;
  const sides = useMemo(() => {
    if (!original || !perturbed) return null;
    const { height, width } = original.map;
    const values = new Float32Array(height * width);
    const input: ModelInput = { height, width, channels: 1, values };
    const side = ({ map, name }: typeof original) => ({ map, input, caption: name });
    return { original: side(original), perturbed: side(perturbed) };
  }, [original, perturbed]);
  if (!maps || !sides) return null;
  const { rawMask, alignedMask } = maps.scored;
  return (
    <HeatmapViews
      texts={text.figures}
      mode={view.mode}
      colourMap={view.colourMap}
      opacity={1}
      robustScale={view.robustScale}
      alignedOverlap={view.alignedOverlap}
      original={sides.original}
      perturbed={sides.perturbed}
      masks={{ raw: rawMask, aligned: alignedMask }}
      toolbar={<ViewBar geometric={maps.motion !== null} opaque />}
    />
  );
}
