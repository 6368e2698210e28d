import type { ReactNode } from 'react';
import { REDUCTIONS } from '../../domain/attribution.ts';
import { LIMITS } from '../../domain/settings.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { SettingsGroup } from '../settings/SettingsGroup.tsx';
import settings from '../settings/settings.module.css';
import { ThresholdFields } from '../settings/ThresholdFields.tsx';
import { useApp, useController } from '../storeContext.ts';

/** Right column while two maps are compared. */
export function MapsSettings(): ReactNode {
  const text = useText();
  const format = useFormat();
  const { setMotion, setReduction, setScore } = useController().maps;
  const maps = useApp((state) => state.maps);
  if (!maps) return null;
  const { height, width } = maps.original.map;
  const { dx, dy } = maps.motion ?? { dx: 0, dy: 0 };
  const { k, windowRadius } = maps.score;
  const words = text.settings;
  const within = (side: number) => ({ min: 1 - side, max: side - 1, step: 0.25, integer: false });
  return (
    <div className={settings.panel}>
      <SettingsGroup title={text.maps.shiftHeading}>
        <p className={settings.help}>{text.maps.shiftHelp}</p>
        <NumberField
          {...words.shiftX}
          value={dx}
          limits={within(width)}
          onChange={(value) => setMotion(value, dy)}
        />
        <NumberField
          {...words.shiftY}
          value={dy}
          limits={within(height)}
          onChange={(value) => setMotion(dx, value)}
        />
      </SettingsGroup>
      <SettingsGroup title={words.comparison}>
        <NumberField
          label={words.k.label}
          help={words.k.help}
          note={format.share(k / (height * width))}
          value={k}
          limits={{ min: 1, max: height * width, step: 1, integer: true }}
          onChange={(value) => setScore({ k: value })}
        />
        <NumberField
          label={words.windowRadius.label}
          help={words.windowRadius.help}
          value={windowRadius}
          limits={LIMITS.windowRadius}
          onChange={(value) => setScore({ windowRadius: value })}
        />
        <SelectField
          look="row"
          label={words.reduction.label}
          help={text.maps.reductionHelp}
          value={maps.reduction}
          choices={REDUCTIONS.map((value) => ({ value, name: words.reduction.choices[value] }))}
          onChange={setReduction}
        />
        <ThresholdFields />
      </SettingsGroup>
    </div>
  );
}
