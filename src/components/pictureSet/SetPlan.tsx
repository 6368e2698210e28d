import { type ReactNode, useContext } from 'react';
import { PRESET_IDS } from '../../domain/presets.ts';
import type { Settings } from '../../domain/settings.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { SpeechContext, useFormat } from '../../i18n/useText.ts';
import { changeCaption } from '../../report/changeCaption.ts';
import { lostPictures } from '../../state/pictureSet.ts';
import controls from '../controls.module.css';
import { useApp, usePictureSets, useSet } from '../storeContext.ts';
import styles from './pictureSet.module.css';

/** Model, method and scores of settings, in a line. */
export function SetBasis({ settings }: { readonly settings: Settings }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const { text: words, format, language } = useContext(SpeechContext);
  const cards = useApp((state) => state.cards);
  const { modelId, attribution, score } = settings;
  const facts = [
    [text.planModel, cards.find(({ id }) => id === modelId)?.name[language] ?? modelId],
    [text.planMethod, words.methods[attribution.method].name],
    [
      text.planScores,
      text.planScore({ k: format.integer(score.k), w: format.integer(score.windowRadius) }),
    ],
  ];
  return (
    <dl className={styles.basis}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ChangeBoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function ChangeBox({ label, checked, onChange }: ChangeBoxProps): ReactNode {
  return (
    <label className={styles.change}>
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}

/** Which changes every picture gets: the one on Compare, and what happens on a line. */
function ChangeChoice(): ReactNode {
  const { pictures: text } = useEvidenceText();
  const speech = useContext(SpeechContext);
  const perturbation = useApp(({ asked }) => asked.settings.perturbation);
  const { compare, presets } = useSet(({ chosen }) => chosen);
  const { choose } = usePictureSets();
  const { names } = speech.text.change.preset;
  return (
    <fieldset className={styles.changes}>
      <legend>{text.changes}</legend>
      <ChangeBox
        label={text.asOnCompare({ change: changeCaption(perturbation, speech) })}
        checked={compare}
        onChange={(checked) => choose({ compare: checked })}
      />
      {PRESET_IDS.map((id) => (
        <ChangeBox
          key={id}
          label={names[id]}
          checked={presets.includes(id)}
          onChange={(checked) =>
            choose({
              presets: PRESET_IDS.filter((one) => (one === id ? checked : presets.includes(one))),
            })
          }
        />
      ))}
    </fieldset>
  );
}

/** What a run will do, and the button that begins it. */
export function SetPlan({ label }: { readonly label: string }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const settings = useApp(({ asked }) => asked.settings);
  const none = useSet(({ chosen }) => !chosen.compare && chosen.presets.length === 0);
  const format = useFormat();
  const lost = useSet(({ set }) => (set ? lostPictures(set) : 0));
  const total = useSet(({ set }) => set?.folder.pictures.length ?? 0);
  const { start } = usePictureSets();
  return (
    <div className={styles.plan}>
      <div>
        <p className={styles.planTitle}>{text.plan}</p>
        <SetBasis settings={settings} />
      </div>
      <ChangeChoice />
      <div className={styles.choose}>
        <button
          type="button"
          className={controls.primary}
          disabled={none || lost > 0}
          onClick={start}
        >
          {label}
        </button>
        {none && <p className={styles.note}>{text.noChange}</p>}
        {lost > 0 && (
          <p className={styles.note}>
            {text.lost({ count: format.integer(lost), total: format.integer(total) })}
          </p>
        )}
      </div>
    </div>
  );
}
