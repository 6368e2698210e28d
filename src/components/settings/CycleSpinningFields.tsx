import type { ReactNode } from 'react';
import { asksOutputsOnly, phaseCount } from '../../domain/attributionRules.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { CheckField } from '../fields/CheckField.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { useApp, useController } from '../storeContext.ts';

/** The switch of cycle spinning, and over how many phases: for methods that take gradients, on strided networks. */
export function CycleSpinningFields(): ReactNode {
  const text = useText().settings.cycleSpinning;
  const format = useFormat();
  const { setAttribution } = useController();
  const { method, spins } = useApp(({ asked }) => asked.settings.attribution);
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  const stride = useApp(({ cards }) => cards.find(({ id }) => id === modelId)?.totalStride);
  const phases = phaseCount(stride ?? 1);
  if (asksOutputsOnly(method) || phases === 1) return null;
  return (
    <>
      <CheckField
        label={text.label}
        help={text.help}
        checked={spins > 1}
        onChange={(on) => setAttribution({ spins: on ? phases : 1 })}
      />
      {spins > 1 && (
        <NumberField
          label={text.phases}
          help={text.phasesHelp}
          note={text.cost({ phases: format.integer(spins) })}
          value={spins}
          limits={{ min: 2, max: phases, step: 1, integer: true }}
          onChange={(value) => setAttribution({ spins: value })}
        />
      )}
    </>
  );
}
