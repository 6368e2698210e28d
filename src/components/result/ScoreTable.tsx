import { memo, type ReactNode, useId } from 'react';
import { allScores, type KnownScores, pValuesAreFor } from '../../domain/allScores.ts';
import { MAP_SCORE_IDS, OVERLAP_IDS, type PairScores, type ScoreId } from '../../domain/score.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { Hint } from '../fields/Hint.tsx';
import { Icon } from '../icons.tsx';
import { ScoreRow } from './ScoreRow.tsx';
import styles from './ScoreTable.module.css';

interface ScoreTableProps {
  /** Null until the pair is scored. */
  readonly known: KnownScores | null;
}

const GROUPS: readonly (readonly ['topK' | 'diverse' | 'maps', readonly ScoreId[]])[] = [
  ['topK', OVERLAP_IDS.slice(0, 3)],
  ['diverse', OVERLAP_IDS.slice(3)],
  ['maps', MAP_SCORE_IDS],
];

/** A column header that explains itself. */
function Column({ name, meaning }: { readonly name: string; readonly meaning: ReactNode }) {
  return (
    <th scope="col">
      <Hint look="term" content={meaning}>
        {name}
      </Hint>
    </th>
  );
}

function Columns({ aligned }: { readonly aligned: boolean }): ReactNode {
  const text = useText().scores;
  const ours = (
    <p>
      {text.source}: {text.chanceSource}
    </p>
  );
  const explained = (meaning: string) => (
    <>
      <p>{meaning}</p>
      {ours}
    </>
  );
  return (
    <tr>
      <th scope="col">{text.score}</th>
      <th scope="col">{text.value}</th>
      <Column name={text.chance} meaning={explained(text.chanceMeaning)} />
      <Column name={text.corrected} meaning={explained(text.correctedMeaning)} />
      <Column name={text.p} meaning={explained(text.pMeaning)} />
      {aligned && (
        <>
          <Column name={text.aligned} meaning={explained(text.alignedMeaning)} />
          <Column name={text.alignedCorrected} meaning={explained(text.correctedMeaning)} />
        </>
      )}
      <th scope="col" className={styles.words}>
        {text.plain}
      </th>
    </tr>
  );
}

/** Says that the cut at rank k went through equal values, and that the diverse sets ran out of room. */
function Warnings({ scores }: { readonly scores: PairScores }): ReactNode {
  const text = useText().scores;
  const format = useFormat();
  const { tiedAtCut: tied, diverseCount, k, windowRadius } = scores;
  const fewer = Math.min(diverseCount.original, diverseCount.perturbed) < k;
  const one = tied.original ? text.tiedOriginal : text.tiedPerturbed;
  return (
    <>
      {(tied.original || tied.perturbed) && (
        <p className={styles.tied}>
          <Icon name="warning" size={14} />
          <span>
            <strong>{tied.original && tied.perturbed ? text.tiedBoth : one}</strong>{' '}
            {text.tiedAtCut}
          </span>
        </p>
      )}
      {fewer && (
        <p className={styles.note}>
          {text.fewerSpots({
            k: format.integer(k),
            w: format.integer(windowRadius),
            before: format.integer(diverseCount.original),
            after: format.integer(diverseCount.perturbed),
          })}
        </p>
      )}
    </>
  );
}

/** Every score beside the line it is read against, at the same coordinates and after undoing the motion. */
export const ScoreTable = memo(function ScoreTable({ known }: ScoreTableProps): ReactNode {
  const text = useText().scores;
  const format = useFormat();
  const id = useId();
  const scores = known?.scores ?? null;
  const raw = known && allScores(known, 'raw');
  const aligned = known && allScores(known, 'aligned');
  const pending = known !== null && !pValuesAreFor(known.scores, known.pValues);
  const subtitle =
    scores &&
    text.forSettings({
      k: format.integer(scores.k),
      share: format.share(scores.k / (scores.height * scores.width)),
      w: format.integer(scores.windowRadius),
    });
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id}>{text.table}</h2>
        <span>{subtitle}</span>
      </header>
      <div className={styles.scroll}>
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <Columns aligned={aligned !== null} />
          </thead>
          {GROUPS.map(([group, ids]) => (
            <tbody key={group} aria-label={text.groups[group]}>
              {ids.map((score) => (
                <ScoreRow
                  key={score}
                  id={score}
                  scores={scores}
                  raw={raw}
                  aligned={aligned}
                  pending={pending}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {scores && <Warnings scores={scores} />}
      {known && !pending && known.pValues?.raw === null && (
        <p className={styles.note}>{text.tooLargeForP}</p>
      )}
    </section>
  );
});
