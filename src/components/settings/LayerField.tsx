import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';

/** The layer a class activation map is taken from; the layers are known once the model has run. */
export function LayerField(): ReactNode {
  const text = useText().settings.layer;
  const { setAttribution } = useController();
  const layer = useApp(({ asked }) => asked.settings.attribution.layer);
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  const card = useApp(({ cards }) => cards.find(({ id }) => id === modelId));
  const known = useApp(({ abilities }) => abilities[modelId]?.layers);
  const last = card?.lastSpatialLayer ?? '';
  // The last one stands at the top, unless the address names it.
  const layers = (known ?? []).filter((name) => name !== last || name === layer);
  // A layer of the address that the model may have not.
  const names = layer && !layers.includes(layer) ? [...layers, layer] : layers;
  return (
    <SelectField
      look="row"
      label={text.label}
      help={text.help}
      value={layer}
      choices={[
        { value: '', name: text.last({ name: last }) },
        ...names.map((name) => ({ value: name, name })),
      ]}
      onChange={(chosen) => setAttribution({ layer: chosen })}
    />
  );
}
