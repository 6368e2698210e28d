import type { ReactNode } from 'react';
import {
  BORDER_MODES,
  PATCH_PLACES,
  PERTURBATION_IDS,
  PERTURBATIONS,
} from '../../domain/perturbation.ts';
import { LIMITS } from '../../domain/settings.ts';
import { useText } from '../../i18n/useText.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';
import { PresetField } from './PresetField.tsx';

/** The parameters of a shift. */
function ShiftFields(): ReactNode {
  const text = useText().settings;
  const { setPerturbation } = useController();
  const { shiftX, shiftY } = useApp(({ asked }) => asked.settings.perturbation);
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
    </>
  );
}

function BorderField(): ReactNode {
  const text = useText().settings.border;
  const { setPerturbation } = useController();
  const border = useApp(({ asked }) => asked.settings.perturbation.border);
  return (
    <SelectField
      look="row"
      label={text.label}
      help={text.help}
      value={border}
      choices={BORDER_MODES.map((value) => ({ value, name: text.choices[value] }))}
      onChange={(mode) => setPerturbation({ border: mode })}
    />
  );
}

function AngleField(): ReactNode {
  const text = useText().change.angle;
  const { setPerturbation } = useController();
  const angle = useApp(({ asked }) => asked.settings.perturbation.angle);
  return (
    <NumberField
      {...text}
      value={angle}
      limits={LIMITS.angle}
      onChange={(degrees) => setPerturbation({ angle: degrees })}
    />
  );
}

/** Where the patch lies; two more numbers where it is put by hand. */
function PatchFields(): ReactNode {
  const text = useText().change;
  const { setPerturbation } = useController();
  const { patch, patchX, patchY } = useApp(({ asked }) => asked.settings.perturbation);
  return (
    <>
      <SelectField
        look="row"
        label={text.patch.label}
        help={text.patch.help}
        value={patch}
        choices={PATCH_PLACES.map((value) => ({ value, name: text.patch.choices[value] }))}
        onChange={(place) => setPerturbation({ patch: place })}
      />
      {patch === 'chosen' && (
        <>
          <NumberField
            {...text.patchX}
            value={patchX}
            limits={LIMITS.patchX}
            onChange={(x) => setPerturbation({ patchX: x })}
          />
          <NumberField
            {...text.patchY}
            value={patchY}
            limits={LIMITS.patchY}
            onChange={(y) => setPerturbation({ patchY: y })}
          />
        </>
      )}
    </>
  );
}

/** The small change, with the parameters it has. */
export function PerturbationSettings(): ReactNode {
  const { settings: text, perturbations, change } = useText();
  const { setPerturbation } = useController();
  const id = useApp(({ asked }) => asked.settings.perturbation.id);
  const amount = useApp(({ asked }) => asked.settings.perturbation.strength);
  const { strength, parameters } = PERTURBATIONS[id];
  const choices = PERTURBATION_IDS.map((value) => ({
    value,
    name: perturbations[value].name,
    group: change.groups[PERTURBATIONS[value].group],
  }));
  return (
    <>
      <PresetField />
      <SelectField
        label={text.perturbation.label}
        help={perturbations[id].help}
        value={id}
        choices={choices}
        onChange={(chosen) => setPerturbation({ id: chosen })}
      />
      {id === 'shift' && <ShiftFields />}
      {strength && (
        <NumberField
          {...text.strength}
          note={change.units[strength.unit]}
          value={amount}
          limits={strength}
          onChange={(chosen) => setPerturbation({ strength: chosen })}
        />
      )}
      {parameters.includes('angle') && <AngleField />}
      {parameters.includes('patch') && <PatchFields />}
      {parameters.includes('border') && <BorderField />}
    </>
  );
}
