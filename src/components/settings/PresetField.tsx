import type { ReactNode } from 'react';
import { PRESET_IDS, PRESETS, type PresetId, presetOf } from '../../domain/presets.ts';
import { useText } from '../../i18n/useText.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';

const CUSTOM = 'custom';

/** What happens on a line: choosing it sets the perturbation; shows whether the settings are one of them. */
export function PresetField(): ReactNode {
  const text = useText().change.preset;
  const { setPerturbation } = useController();
  const current = useApp(({ asked }) => presetOf(asked.settings.perturbation));
  const presets = PRESET_IDS.map((value) => ({ value, name: text.names[value] }));
  const choose = (chosen: PresetId | typeof CUSTOM) => {
    if (chosen !== CUSTOM) setPerturbation(PRESETS[chosen]);
  };
  return (
    <SelectField
      label={text.label}
      help={text.help}
      value={current ?? CUSTOM}
      choices={[{ value: CUSTOM, name: text.custom }, ...presets]}
      onChange={choose}
    />
  );
}
