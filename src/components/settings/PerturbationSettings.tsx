import type { ReactNode } from 'react';
import { BORDER_MODES, PERTURBATION_IDS, PERTURBATIONS } from '../../domain/perturbation.ts';
import { LIMITS } from '../../domain/settings.ts';
import { useText } from '../../i18n/useText.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';

/** The parameters of a shift. */
function ShiftFields(): ReactNode {
  const text = useText().settings;
  const { setPerturbation } = useController();
  const { shiftX, shiftY, border } = useApp(({ asked }) => asked.settings.perturbation);
  return (
    <>
      <NumberField
        {...text.shiftX}
        value={shiftX}
        limits={LIMITS.shiftX}
        onChange={(x) => setPerturbation({ shiftX: x })}
      />
      <NumberField
        {...text.shiftY}
        value={shiftY}
        limits={LIMITS.shiftY}
        onChange={(y) => setPerturbation({ shiftY: y })}
      />
      <SelectField
        look="row"
        label={text.border.label}
        help={text.border.help}
        value={border}
        choices={BORDER_MODES.map((value) => ({ value, name: text.border.choices[value] }))}
        onChange={(mode) => setPerturbation({ border: mode })}
      />
    </>
  );
}

/** The small change, with the parameters it has. */
export function PerturbationSettings(): ReactNode {
  const { settings: text, perturbations } = useText();
  const { setPerturbation } = useController();
  const id = useApp(({ asked }) => asked.settings.perturbation.id);
  const amount = useApp(({ asked }) => asked.settings.perturbation.strength);
  const { strength } = PERTURBATIONS[id];
  return (
    <>
      <SelectField
        label={text.perturbation.label}
        help={perturbations[id].help}
        value={id}
        choices={PERTURBATION_IDS.map((value) => ({ value, name: perturbations[value].name }))}
        onChange={(chosen) => setPerturbation({ id: chosen })}
      />
      {id === 'shift' && <ShiftFields />}
      {strength && (
        <NumberField
          {...text.strength}
          note={strength.unit}
          value={amount}
          limits={{ ...strength, integer: false }}
          onChange={(chosen) => setPerturbation({ strength: chosen })}
        />
      )}
    </>
  );
}
