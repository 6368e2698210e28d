import { type ReactNode, useId } from 'react';
import { type PairScores, SCORE_IDS, type Score, type ScoreId } from '../../domain/score.ts';
import { useFormat, useText } from '../../i18n/useText.ts';
import { Hint } from '../fields/Hint.tsx';
import { Icon } from '../icons.tsx';
import styles from './ScoreTable.module.css';

interface ScoreTableProps {
  /** Null until the pair is scored. */
  readonly scores: PairScores | null;
}

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
  const chance = (
    <>
      <p>{text.chanceMeaning}</p>
      <p>
        {text.source}: {text.chanceSource}
      </p>
    </>
  );
  const corrected = <p>{text.correctedMeaning}</p>;
  return (
    <tr>
      <th scope="col">{text.score}</th>
      <th scope="col">{text.value}</th>
      <Column name={text.chance} meaning={chance} />
      <Column name={text.corrected} meaning={corrected} />
      {aligned && (
        <>
          <Column name={text.aligned} meaning={<p>{text.alignedMeaning}</p>} />
          <Column name={text.alignedChance} meaning={chance} />
          <Column name={text.alignedCorrected} meaning={corrected} />
        </>
      )}
    </tr>
  );
}

/** What a score means, its direction and where it comes from. */
function Meaning({ id }: { readonly id: ScoreId }): ReactNode {
  const text = useText().scores;
  return (
    <>
      <p>{text.byId[id].meaning}</p>
      <p>{text.direction}</p>
      <p>
        {text.source}: {text.lensSource}
      </p>
    </>
  );
}

/** A score with the line it is read against. */
function Cells({ score }: { readonly score: Score | null }): ReactNode {
  const format = useFormat();
  return (
    <>
      <td>{format.score(score?.value ?? null)}</td>
      <td className={styles.chance}>{format.score(score?.chance ?? null)}</td>
      <td>{format.score(score?.corrected ?? null)}</td>
    </>
  );
}

function Row({ id, scores }: { readonly id: ScoreId; readonly scores: PairScores | null }) {
  const text = useText().scores;
  const raw = scores?.raw[id] ?? null;
  const aligned = scores?.aligned?.[id] ?? null;
  const gap = raw?.reason ?? aligned?.reason ?? null;
  return (
    <tr>
      <th scope="row">
        <Hint look="term" content={<Meaning id={id} />}>
          {text.byId[id].name}
        </Hint>
        {gap && <span className={styles.gap}>{text.gaps[gap]}</span>}
      </th>
      <Cells score={raw} />
      {scores?.aligned && <Cells score={aligned} />}
    </tr>
  );
}

/** Says that the cut at rank k went through equal values. */
function TiedWarning({ tied }: { readonly tied: PairScores['tiedAtCut'] }): ReactNode {
  const text = useText().scores;
  if (!tied.original && !tied.perturbed) return null;
  const one = tied.original ? text.tiedOriginal : text.tiedPerturbed;
  return (
    <p className={styles.tied}>
      <Icon name="warning" size={14} />
      <span>
        <strong>{tied.original && tied.perturbed ? text.tiedBoth : one}</strong> {text.tiedAtCut}
      </span>
    </p>
  );
}

/** Every score beside the line it is read against, at the same coordinates and after undoing the motion. */
export function ScoreTable({ scores }: ScoreTableProps): ReactNode {
  const text = useText().scores;
  const format = useFormat();
  const id = useId();
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
            <Columns aligned={Boolean(scores?.aligned)} />
          </thead>
          <tbody>
            {SCORE_IDS.map((score) => (
              <Row key={score} id={score} scores={scores} />
            ))}
          </tbody>
        </table>
      </div>
      {scores && <TiedWarning tied={scores.tiedAtCut} />}
    </section>
  );
}
