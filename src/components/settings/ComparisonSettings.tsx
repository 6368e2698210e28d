import type { ReactNode } from 'react';
import { LIMITS } from '../../domain/settings.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { useApp, useController } from '../storeContext.ts';
import { ThresholdFields } from './ThresholdFields.tsx';

/** How the heatmaps are compared. Nothing here computes a gradient, except the seed. */
export function ComparisonSettings(): ReactNode {
  const text = useText().settings;
  const format = useFormat();
  const { setScore, setSeed } = useController();
  const { k, windowRadius } = useApp(({ asked }) => asked.settings.score);
  const seed = useApp(({ asked }) => asked.settings.seed);
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  const input = useApp(({ cards }) => cards.find(({ id }) => id === modelId)?.input);
  const pixels = input ? input.height * input.width : k;
  return (
    <>
      <NumberField
        label={text.k.label}
        help={text.k.help}
        note={format.share(k / pixels)}
        value={k}
        limits={{ min: 1, max: pixels, step: 1, integer: true }}
        onChange={(value) => setScore({ k: value })}
      />
      <NumberField
        label={text.windowRadius.label}
        help={text.windowRadius.help}
        value={windowRadius}
        limits={LIMITS.windowRadius}
        onChange={(value) => setScore({ windowRadius: value })}
      />
      <NumberField
        {...text.seed}
        slider={false}
        value={seed}
        limits={LIMITS.seed}
        onChange={setSeed}
      />
      <ThresholdFields profiles />
    </>
  );
}
