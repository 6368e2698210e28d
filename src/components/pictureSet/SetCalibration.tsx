import { type ReactNode, useState } from 'react';
import { RATE_LIMITS } from '../../domain/calibration.ts';
import { PROFILE_NAME_LENGTH, type Profile } from '../../domain/profile.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import type { CalibrationState } from '../../state/pictureSet.ts';
import controls from '../controls.module.css';
import { download } from '../exporting/exportFiles.ts';
import { NumberField } from '../fields/NumberField.tsx';
import bar from '../result/Status.module.css';
import { useRemaining } from '../result/useRemaining.ts';
import { useSavedProfiles } from '../settings/useSavedProfiles.ts';
import { useApp, useController, usePictureSets, useSet } from '../storeContext.ts';
import styles from './pictureSet.module.css';

/** Of the rate in per cent. */
const PERCENT = {
  min: 100 * RATE_LIMITS.min,
  max: 100 * RATE_LIMITS.max,
  step: 1,
  integer: false,
} as const;

interface Wish {
  readonly percent: number;
  readonly name: string;
}

interface FormProps {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

/** Asks for the rate and a name. */
function Form({ wish, onChange }: FormProps): ReactNode {
  const { calibration: text } = useEvidenceText().pictures;
  const { calibrate } = usePictureSets();
  const { percent, name } = wish;
  const asked = name.trim();
  return (
    <form
      className={styles.calibration}
      onSubmit={(event) => {
        event.preventDefault();
        calibrate({ name: asked, falseAlarmRate: percent / 100 });
      }}
    >
      <NumberField
        label={text.rate}
        help={text.rateHelp}
        value={percent}
        limits={PERCENT}
        onChange={(share) => onChange({ ...wish, percent: share })}
        slider={false}
      />
      <label className={styles.name}>
        {text.name}
        <input
          value={name}
          maxLength={PROFILE_NAME_LENGTH}
          onChange={({ target }) => onChange({ ...wish, name: target.value })}
        />
      </label>
      <button type="submit" className={controls.button} disabled={asked === ''}>
        {text.start}
      </button>
    </form>
  );
}

type RunningState = Extract<CalibrationState, { status: 'running' }>;

function Running({ progress, since }: RunningState): ReactNode {
  const { pictures: text } = useEvidenceText();
  const format = useFormat();
  const { cancelCalibration } = usePictureSets();
  const remaining = useRemaining(progress, since);
  const [done, total] = [progress?.done ?? 0, progress?.total ?? 1];
  return (
    <div className={bar.running}>
      <p className={bar.stage}>
        {text.calibration.running}
        <span className={bar.count} aria-hidden="true">
          {progress && text.count({ done: format.integer(done), total: format.integer(total) })}
          {remaining !== null && ` · ${text.remaining({ time: format.duration(remaining) })}`}
        </span>
      </p>
      <progress
        className={bar.bar}
        aria-label={text.calibration.progress}
        max={total}
        {...(progress ? { value: done } : {})}
      />
      <button type="button" className={controls.button} onClick={cancelCalibration}>
        {text.cancel}
      </button>
    </div>
  );
}

/** What came out, and where it can go. */
function Found({ profile }: { readonly profile: Profile }): ReactNode {
  const { calibration: text } = useEvidenceText().pictures;
  const format = useFormat();
  const { setModel, setProfile } = useController();
  const asked = useApp((state) => state.asked.settings.modelId);
  const inUse = useApp((state) => state.profile) === profile;
  const saved = useSavedProfiles();
  const isSaved = saved.profiles.some(
    ({ name, date }) => name === profile.name && date === profile.date,
  );
  const { score, thresholds, falseAlarmRate, pictures, missed } = profile;
  const take = () => {
    if (asked !== profile.modelId) setModel(profile.modelId);
    setProfile(profile);
  };
  const save = () => {
    const content = `${JSON.stringify(profile, null, 1)}\n`;
    const name = `${profile.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.json`;
    download(new File([content], name, { type: 'application/json' }));
  };
  return (
    <>
      <p>
        <strong>
          {text.result({
            k: format.integer(score.k),
            w: format.integer(score.windowRadius),
            rate: format.share(falseAlarmRate),
            pictures: format.integer(pictures),
          })}
        </strong>{' '}
        {text.thresholds({
          agree: format.number(thresholds.agree, 3),
          chance: format.number(thresholds.chance, 3),
        })}{' '}
        {missed !== null && text.missed({ share: format.share(missed) })}
      </p>
      <div className={styles.choose}>
        <button type="button" className={controls.primary} disabled={inUse} onClick={take}>
          {text.take}
        </button>
        <button type="button" className={controls.button} onClick={save}>
          {text.save}
        </button>
        <button
          type="button"
          className={controls.button}
          disabled={isSaved}
          onClick={() => saved.save(profile)}
        >
          {text.keep}
        </button>
        <p role="status" className={styles.note}>
          {inUse && text.taken} {isSaved && text.kept} {!saved.kept && text.notKept}
        </p>
      </div>
    </>
  );
}

/** k, w and thresholds by the set's own pictures, as a profile. */
export function SetCalibration({ folder }: { readonly folder: string }): ReactNode {
  const { calibration: text } = useEvidenceText().pictures;
  const { problems } = useText();
  const state = useSet(({ calibration }) => calibration);
  const [wish, setWish] = useState<Wish>({
    percent: 5,
    name: folder.slice(0, PROFILE_NAME_LENGTH),
  });
  return (
    <details className={controls.disclosure}>
      <summary>{text.heading}</summary>
      <div className={styles.plan}>
        <p className={styles.note}>{text.about}</p>
        {state.status === 'running' ? (
          <Running {...state} />
        ) : (
          <Form wish={wish} onChange={setWish} />
        )}
        {state.status === 'failed' && (
          <p role="alert" className={bar.failed}>
            {problems.byCode[state.problem.code].say(state.problem.detail)}{' '}
            {problems.byCode[state.problem.code].todo}
          </p>
        )}
        {state.status === 'ready' && <Found profile={state.profile} />}
      </div>
    </details>
  );
}
