import type { ReactNode } from 'react';
import { METHOD_GROUPS, METHOD_IDS, METHODS } from '../../domain/attribution.ts';
import { useText } from '../../i18n/useText.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';

/** The attribution method, in groups; what the model cannot run is there, with the reason, but cannot be chosen. */
export function MethodField(): ReactNode {
  const { settings: text, methods } = useText();
  const { setAttribution } = useController();
  const method = useApp(({ asked }) => asked.settings.attribution.method);
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  const unavailable = useApp(({ abilities }) => abilities[modelId]?.unavailable);
  const ids = METHOD_GROUPS.flatMap((group) =>
    METHOD_IDS.filter((id) => METHODS[id].group === group),
  );
  const choices = ids.map((value) => {
    const { name } = methods[value];
    const group = text.method.groups[METHODS[value].group];
    const lack = unavailable?.[value];
    if (!lack) return { value, name, group };
    const why = text.method.lacks[lack.need](lack);
    return { value, group, name: text.method.without({ name, why }), disabled: true };
  });
  return (
    <SelectField
      label={text.method.label}
      help={methods[method].help}
      value={method}
      choices={choices}
      onChange={(chosen) => setAttribution({ method: chosen })}
    />
  );
}
