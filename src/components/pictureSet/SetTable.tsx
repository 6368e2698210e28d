import { type ReactNode, useContext, useDeferredValue, useMemo, useState } from 'react';
import type { PerturbationSettings } from '../../domain/perturbation.ts';
import { changeKey, type PictureRow, rowKey } from '../../domain/pictureRow.ts';
import { worstFirst } from '../../domain/rankRows.ts';
import { useEvidenceText } from '../../i18n/useEvidenceText.ts';
import { SpeechContext, useFormat } from '../../i18n/useText.ts';
import { changeCaption } from '../../report/changeCaption.ts';
import type { PictureSet } from '../../state/pictureSet.ts';
import controls from '../controls.module.css';
import { SelectField } from '../fields/SelectField.tsx';
import styles from './pictureSet.module.css';
import { SetRowLine } from './SetRowLine.tsx';
import { OUTCOMES, type RowOutcome } from './verdictCounts.ts';

/** Rows that are shown at first, and more at every asking. */
const PAGE = 20;
const ALL = 'all';

const outcomeOf = (row: PictureRow): RowOutcome =>
  row.outcome === 'failed' ? 'failed' : row.verdict.id;

interface FilterProps {
  /** Rows that one of the filters is for: the other has been applied. */
  readonly rows: readonly PictureRow[];
  readonly outcome: RowOutcome | typeof ALL;
  readonly onOutcome: (outcome: RowOutcome | typeof ALL) => void;
  readonly changes: readonly PerturbationSettings[];
  readonly change: string;
  readonly onChange: (change: string) => void;
}

function Filters({ rows, outcome, onOutcome, changes, change, onChange }: FilterProps): ReactNode {
  const { pictures: text } = useEvidenceText();
  const speech = useContext(SpeechContext);
  const format = useFormat();
  const count = (of: RowOutcome) => rows.filter((row) => outcomeOf(row) === of).length;
  const outcomes = OUTCOMES.map((value) => ({ value, n: count(value) }))
    .filter(({ value, n }) => n > 0 || value === outcome)
    .map(({ value, n }) => ({
      value,
      name: text.oneVerdict({
        name: value === 'failed' ? text.failed : text.verdicts[value],
        count: format.integer(n),
      }),
    }));
  return (
    <div className={styles.filters}>
      <SelectField
        look="inline"
        label={text.filterVerdict}
        value={outcome}
        choices={[
          { value: ALL, name: text.all({ count: format.integer(rows.length) }) },
          ...outcomes,
        ]}
        onChange={onOutcome}
      />
      {changes.length > 1 && (
        <SelectField
          look="inline"
          label={text.filterChange}
          value={change}
          choices={[
            { value: ALL, name: text.anyChange },
            ...changes.map((one) => ({
              value: changeKey(one),
              name: changeCaption(one, speech),
            })),
          ]}
          onChange={onChange}
        />
      )}
    </div>
  );
}

interface TableBodyProps {
  readonly set: PictureSet;
  readonly rows: readonly PictureRow[];
  readonly withChange: boolean;
}

function Rows({ set, rows, withChange }: TableBodyProps): ReactNode {
  const { pictures: text } = useEvidenceText();
  const { columns } = text;
  const withAligned = rows.some((row) => row.outcome === 'judged' && row.aligned !== null);
  const files = useMemo(
    () => new Map(set.folder.pictures.map(({ path, file }) => [path, file])),
    [set.folder],
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={text.table}>
        <thead>
          <tr>
            <th scope="col">{columns.picture}</th>
            {withChange && <th scope="col">{columns.change}</th>}
            <th scope="col">{columns.verdict}</th>
            <th scope="col">{columns.decision}</th>
            <th scope="col">{columns.agreement}</th>
            <th scope="col">{columns.topK}</th>
            <th scope="col">{columns.lens}</th>
            {withAligned && <th scope="col">{columns.aligned}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SetRowLine
              key={rowKey(row)}
              row={row}
              file={files.get(row.picture) ?? null}
              modelId={set.asked?.settings.modelId ?? ''}
              withChange={withChange}
              withAligned={withAligned}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.note}>{text.none}</p>}
    </div>
  );
}

/** Every picture, worst first; each opens on Compare. */
export function SetTable({ set }: { readonly set: PictureSet }): ReactNode {
  const { pictures: text } = useEvidenceText();
  const format = useFormat();
  const [outcome, setOutcome] = useState<RowOutcome | typeof ALL>(ALL);
  const [change, setChange] = useState<string>(ALL);
  const [pages, setPages] = useState(1);
  // Rows come many times a second during a run: the page goes first.
  const rows = useDeferredValue(set.rows);
  const ofChange = useMemo(
    () =>
      worstFirst(rows).filter(
        ({ perturbation }) => change === ALL || changeKey(perturbation) === change,
      ),
    [rows, change],
  );
  const wanted = ofChange.filter((row) => outcome === ALL || outcomeOf(row) === outcome);
  const shown = wanted.slice(0, pages * PAGE);
  const more = Math.min(PAGE, wanted.length - shown.length);
  const changes = set.asked?.changes ?? [];
  return (
    <div className={styles.rows}>
      <div className={styles.tableHead}>
        <h4 className={styles.subTitle}>{text.table}</h4>
        <Filters
          rows={ofChange}
          outcome={outcome}
          onOutcome={setOutcome}
          changes={changes}
          change={change}
          onChange={setChange}
        />
      </div>
      <p className={styles.note}>{text.agreementNote}</p>
      <Rows set={set} rows={shown} withChange={changes.length > 1} />
      <div className={styles.choose}>
        {more > 0 && (
          <button type="button" className={controls.button} onClick={() => setPages(pages + 1)}>
            {text.more({ count: format.integer(more) })}
          </button>
        )}
        <p className={styles.note}>
          {text.shown({
            shown: format.integer(shown.length),
            total: format.integer(wanted.length),
          })}
        </p>
      </div>
    </div>
  );
}
