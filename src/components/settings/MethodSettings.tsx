import type { ReactNode } from 'react';
import {
  BASELINES,
  METHODS,
  type MethodParameter,
  NUMBER_PARAMETERS,
  PARAMETER_LIMITS,
  REDUCTIONS,
} from '../../domain/attribution.ts';
import { parameterLimits, withParameter } from '../../domain/attributionRules.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { useApp, useController } from '../storeContext.ts';
import { CycleSpinningFields } from './CycleSpinningFields.tsx';
import { LayerField } from './LayerField.tsx';
import { MethodField } from './MethodField.tsx';

const PREDICTED = 'predicted';

/** The class both heatmaps explain. */
function TargetClass(): ReactNode {
  const text = useText().settings.targetClass;
  const language = useLanguage();
  const { setAttribution } = useController();
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  const target = useApp(({ asked }) => asked.settings.attribution.targetClass);
  const card = useApp(({ cards }) => cards.find(({ id }) => id === modelId));
  const classes = (card?.classes ?? []).map((name, index) => ({
    value: String(index),
    name: name[language],
  }));
  return (
    <SelectField
      look="row"
      label={text.label}
      help={text.help}
      value={target === null ? PREDICTED : String(target)}
      choices={[{ value: PREDICTED, name: text.predicted }, ...classes]}
      onChange={(chosen) =>
        setAttribution({ targetClass: chosen === PREDICTED ? null : Number(chosen) })
      }
    />
  );
}

/** How the heatmaps are made: the method with the parameters it has, channels, class. */
export function MethodSettings(): ReactNode {
  const { settings: text } = useText();
  const { setAttribution } = useController();
  const attribution = useApp(({ asked }) => asked.settings.attribution);
  const modelId = useApp(({ asked }) => asked.settings.modelId);
  const input = useApp(({ cards }) => cards.find(({ id }) => id === modelId)?.input);
  const { parameters } = METHODS[attribution.method];
  const has = (parameter: MethodParameter) => parameters.includes(parameter);
  return (
    <>
      <MethodField />
      {has('baseline') && (
        <SelectField
          look="row"
          label={text.baseline.label}
          help={text.baseline.help}
          value={attribution.baseline}
          choices={BASELINES.map((value) => ({ value, name: text.baseline.choices[value] }))}
          onChange={(baseline) => setAttribution({ baseline })}
        />
      )}
      {has('cover') && (
        <SelectField
          look="row"
          {...text.cover}
          value={attribution.cover}
          choices={BASELINES.map((value) => ({ value, name: text.baseline.choices[value] }))}
          onChange={(cover) => setAttribution({ cover })}
        />
      )}
      {has('layer') && <LayerField />}
      {NUMBER_PARAMETERS.filter(has).map((name) => (
        <NumberField
          key={name}
          {...text.parameters[name]}
          value={attribution[name]}
          limits={input ? parameterLimits(name, attribution, input) : PARAMETER_LIMITS[name]}
          onChange={(value) => setAttribution(withParameter(attribution, name, value))}
        />
      ))}
      <CycleSpinningFields />
      <SelectField
        look="row"
        label={text.reduction.label}
        help={text.reduction.help}
        value={attribution.reduction}
        choices={REDUCTIONS.map((value) => ({ value, name: text.reduction.choices[value] }))}
        onChange={(reduction) => setAttribution({ reduction })}
      />
      <TargetClass />
    </>
  );
}
