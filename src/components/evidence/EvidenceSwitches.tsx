import type { ReactNode } from 'react';
import {
  axisChoices,
  type EvidenceChoice,
  estimateChoices,
  seriesChoices,
  switchedFactors,
  withAxis,
} from '../../charts/evidencePlan.ts';
import type { ExperimentResult, FactorId } from '../../domain/evidence.ts';
import { levelsOf } from '../../domain/evidenceCells.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { SelectField } from '../fields/SelectField.tsx';
import styles from './evidence.module.css';
import { useEvidenceSpeech } from './useEvidenceSpeech.ts';

export interface EvidenceSwitchesProps {
  readonly result: ExperimentResult;
  readonly choice: EvidenceChoice;
  readonly onChange: (choice: EvidenceChoice) => void;
}

/** A level of one factor. Levels are numbers or texts: the menu knows them by their place. */
function FactorSwitch(props: EvidenceSwitchesProps & { readonly factor: FactorId }): ReactNode {
  const { result, choice, onChange, factor } = props;
  const { frame } = useEvidenceText();
  const { name } = useEvidenceSpeech(result);
  const levels = levelsOf(result, factor);
  const current = choice.at[factor];
  return (
    <SelectField
      label={frame.factors[factor]}
      value={String(current === undefined ? 0 : levels.indexOf(current))}
      choices={levels.map((level, i) => ({ value: String(i), name: name(factor, level) }))}
      onChange={(index) => {
        const level = levels[Number(index)];
        if (level !== undefined) onChange({ ...choice, at: { ...choice.at, [factor]: level } });
      }}
    />
  );
}

/** What stands along the axis, and what is told apart by lines; only where there is a choice. */
function Axes({ result, choice, onChange }: EvidenceSwitchesProps): ReactNode {
  const { frame } = useEvidenceText();
  const named = (id: FactorId) => ({ value: id, name: frame.factors[id] });
  const axes = axisChoices(result);
  const series = seriesChoices(result, choice.x);
  return (
    <>
      {axes.length > 1 && (
        <SelectField
          label={frame.axis}
          value={choice.x}
          choices={axes.map(named)}
          onChange={(x) => onChange(withAxis(result, choice, x))}
        />
      )}
      {series.length > 0 && (series.length > 1 || axes.length > 1) && (
        <SelectField
          label={frame.series}
          value={choice.series ?? ''}
          choices={[...series.map(named), { value: '' as const, name: frame.oneSeries }]}
          onChange={(id) => onChange({ ...choice, series: id === '' ? null : id })}
        />
      )}
    </>
  );
}

/** Everything that can be turned about what is shown of a result. */
export function EvidenceSwitches(props: EvidenceSwitchesProps): ReactNode {
  const { result, choice, onChange } = props;
  const { frame } = useEvidenceText();
  const estimates = estimateChoices(result);
  return (
    <fieldset className={styles.switches}>
      <legend className="visually-hidden">
        {frame.named({
          action: frame.switches,
          question: frame.experiments[result.experiment].question,
        })}
      </legend>
      {switchedFactors(result, choice).map((factor) => (
        <FactorSwitch key={factor} {...props} factor={factor} />
      ))}
      {estimates.length > 1 && (
        <SelectField
          label={frame.estimateShown}
          value={choice.estimate}
          choices={estimates.map((id) => ({ value: id, name: frame.estimates[id] }))}
          onChange={(estimate) => onChange({ ...choice, estimate })}
        />
      )}
      <Axes {...props} />
    </fieldset>
  );
}
