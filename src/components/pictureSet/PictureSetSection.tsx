import { type ReactNode, useEffect, useRef } from 'react';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { parseRow } from '../../report/parseRow.ts';
import { parseSetAsked, parseSetFacts } from '../../report/parseSet.ts';
import {
  type Doubt,
  lostPictures,
  type PictureFolder,
  type PictureSet,
  picturesLeft,
} from '../../state/pictureSet.ts';
import type { ParseSet } from '../../state/setControls.ts';
import controls from '../controls.module.css';
import evidence from '../evidence/evidence.module.css';
import bar from '../result/Status.module.css';
import { usePictureSets, useSet } from '../storeContext.ts';
import styles from './pictureSet.module.css';
import { SetCalibration } from './SetCalibration.tsx';
import { SetChooser } from './SetChooser.tsx';
import { SetFiles } from './SetFiles.tsx';
import { SetBasis, SetPlan } from './SetPlan.tsx';
import { SetStatus } from './SetStatus.tsx';
import { SetSummary } from './SetSummary.tsx';
import { SetTable } from './SetTable.tsx';
import { useIsOfOther } from './useIsOfOther.ts';

const parse: ParseSet = ({ asked, facts, rows }) => ({
  asked: asked === null ? null : parseSetAsked(asked),
  facts: facts === null ? null : parseSetFacts(facts),
  // One that this version cannot read is computed again.
  rows: rows.flatMap((row) => {
    try {
      return [parseRow(row)];
    } catch {
      return [];
    }
  }),
});

/** Which pictures these are, and how to let go of them. */
function Head({ set }: { readonly set: PictureSet }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const format = useFormat();
  const { forget } = usePictureSets();
  const { folder } = set;
  const count = format.integer(folder.pictures.length);
  const { others, masks } = folder.leftOut;
  return (
    <div className={styles.head}>
      <p className={styles.folder}>
        <strong>{folder.name || text.several({ count })}</strong>{' '}
        {folder.name && <span>{text.held({ count })}</span>}{' '}
        {others + masks > 0 && (
          <span>
            {text.leftOut({ others: format.integer(others), masks: format.integer(masks) })}
          </span>
        )}
      </p>
      <div className={styles.choose}>
        <SetChooser again />
        <button type="button" className={controls.quiet} onClick={() => void forget()}>
          {text.forget}
        </button>
      </div>
    </div>
  );
}

/** Asks before rows are dropped. */
function DoubtBar({ doubt, set }: { readonly doubt: Doubt; readonly set: PictureSet }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const format = useFormat();
  const { decide } = usePictureSets();
  const nameOf = ({ name, pictures }: PictureFolder) =>
    name || text.several({ count: format.integer(pictures.length) });
  const old = nameOf(set.folder);
  const replaces = doubt.kind === 'replace';
  return (
    <div role="alert" className={bar.notices}>
      <p>
        {replaces
          ? text.replaces({
              name: nameOf(doubt.folder),
              count: format.integer(doubt.folder.pictures.length),
              old,
            })
          : text.forgets({ old })}
      </p>
      <div className={styles.choose}>
        <button type="button" className={controls.button} onClick={() => void decide(true)}>
          {replaces ? text.replace : text.forgetYes}
        </button>
        <button type="button" className={controls.button} onClick={() => void decide(false)}>
          {text.keepOld}
        </button>
      </div>
    </div>
  );
}

/** What was computed with what, under the results. */
function Foot({ set }: { readonly set: PictureSet }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const { asked, facts } = set;
  return (
    <div className={styles.foot}>
      <div>
        {asked && <SetBasis settings={asked.settings} />}
        {facts && (
          <p className={styles.note}>
            {text.computedWith({ ...facts, seed: String(facts.settings.seed) })}
          </p>
        )}
      </div>
      <SetFiles set={set} />
    </div>
  );
}

function Held({ set }: { readonly set: PictureSet }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const format = useFormat();
  const count = format.integer(set.folder.pictures.length);
  const doubt = useSet((state) => state.doubt);
  const otherProgram = useIsOfOther(set);
  const ended = set.run.status !== 'running' && picturesLeft(set).length === 0;
  const canCalibrate = ended && set.facts !== null && !otherProgram && lostPictures(set) === 0;
  if (!set.asked)
    return (
      <>
        <Head set={set} />
        <SetPlan label={text.start({ count })} />
        {set.kept === false && <p className={styles.note}>{text.notKept}</p>}
      </>
    );
  return (
    <>
      <Head set={set} />
      {doubt && <DoubtBar doubt={doubt} set={set} />}
      <SetStatus set={set} />
      {set.rows.length > 0 && (
        <>
          <SetSummary />
          <SetTable set={set} />
          <Foot set={set} />
        </>
      )}
      {canCalibrate && <SetCalibration folder={set.folder.name} />}
      {set.run.status !== 'running' && (
        <details className={controls.disclosure}>
          <summary>{text.otherSettings}</summary>
          <p className={styles.note}>{text.otherSettingsNote}</p>
          <SetPlan label={text.startAgain} />
        </details>
      )}
    </>
  );
}

/** What stands in `data-state`: automation waits for it. */
function stateOf(set: PictureSet | null, restoring: boolean): string {
  if (!set) return restoring ? 'restoring' : 'none';
  if (set.run.status !== 'idle') return set.run.status;
  return set.asked ? 'ready' : 'chosen';
}

/** The experiments' method on the user's own folder of pictures. */
export function PictureSetSection(): ReactNode {
  const { pictures: text } = useEvidenceText();
  const { problems } = useText();
  const { restore } = usePictureSets();
  const set = useSet((state) => state.set);
  const restoring = useSet((state) => state.restoring);
  const notice = useSet((state) => state.notice);
  useEffect(() => void restore(parse), [restore]);
  const heading = useRef<HTMLHeadingElement>(null);
  const state = stateOf(set, restoring);
  const before = useRef(state);
  useEffect(() => {
    const from = before.current;
    before.current = state;
    // The button that began or ended something went with it: its reader stays here.
    if (from !== state && from !== 'restoring' && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    <section className={evidence.section} aria-labelledby="own-pictures" data-set={state}>
      <div className={evidence.head}>
        <h3 ref={heading} id="own-pictures" className={evidence.question} tabIndex={-1}>
          {text.title}
        </h3>
        <p className={evidence.about}>{text.about}</p>
      </div>
      {notice && (
        <p role="alert" className={evidence.failed}>
          {problems.byCode[notice.code].say(notice.detail)} {problems.byCode[notice.code].todo}
        </p>
      )}
      {set && <Held set={set} />}
      {!set && restoring && <p className={styles.note}>{text.restoring}</p>}
      {!set && !restoring && <SetChooser again={false} />}
    </section>
  );
}
