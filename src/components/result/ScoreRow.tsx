import { type ReactNode, useContext } from 'react';
import type { AllScores } from '../../domain/allScores.ts';
import type { PairScores, Score, ScoreId } from '../../domain/score.ts';
import { SpeechContext, useText } from '../../i18n/useText.ts';
import { scoreText } from '../../report/scoreText.ts';
import { Hint } from '../fields/Hint.tsx';
import { plainWords } from './plainWords.ts';
import styles from './ScoreTable.module.css';

/** What a score means, its direction and where it comes from. */
function Meaning({ id }: { readonly id: ScoreId }): ReactNode {
  const text = useText().scores;
  const { meaning, direction, source } = text.byId[id];
  return (
    <>
      <p>{meaning}</p>
      <p>{direction}</p>
      <p>
        {text.source}: {source}
      </p>
    </>
  );
}

/** A number, a dash where there is none, or dots while it is being computed. */
function Cell(props: { readonly pending: boolean; readonly text: string; readonly look?: string }) {
  const { pending } = useText().scores;
  return (
    <td className={props.look}>
      {props.pending ? (
        <span className={styles.pending} role="img" aria-label={pending}>
          …
        </span>
      ) : (
        props.text
      )}
    </td>
  );
}

interface ScoreRowProps {
  readonly id: ScoreId;
  /** Null before the first pair. */
  readonly scores: PairScores | null;
  readonly raw: AllScores | null;
  readonly aligned: AllScores | null;
  /** The p-values are not those of this k and w yet. */
  readonly pending: boolean;
}

/** A score beside the line it is read against, and in plain words. */
export function ScoreRow({ id, scores, raw, aligned, pending }: ScoreRowProps): ReactNode {
  const speech = useContext(SpeechContext);
  const { text, format } = speech;
  const score = raw?.[id] ?? null;
  const other = aligned?.[id] ?? null;
  const waits = scores !== null && score === null;
  const gap = score?.reason ?? other?.reason ?? null;
  const hasP = (of: Score | null) => of !== null && of.chance !== null && id in (scores?.raw ?? {});
  const value = (of: Score | null) => scoreText(id, of?.value ?? null, speech);
  const words = scores && score?.value != null && plainWords(id, score.value, scores, speech);
  return (
    <tr>
      <th scope="row">
        <Hint look="term" content={<Meaning id={id} />}>
          {text.scores.byId[id].name}
        </Hint>
      </th>
      <Cell pending={waits} text={value(score)} />
      <Cell pending={waits} look={styles.chance} text={format.score(score?.chance ?? null)} />
      <Cell pending={waits} text={format.score(score?.corrected ?? null)} />
      <Cell
        pending={pending && hasP(score)}
        look={styles.chance}
        text={format.pValue(score?.pValue ?? null)}
      />
      {aligned && (
        <>
          <Cell pending={waits} text={value(other)} />
          <Cell pending={waits} text={format.score(other?.corrected ?? null)} />
        </>
      )}
      <td className={styles.words}>
        {gap ? <span className={styles.gap}>{text.scores.gaps[gap]}</span> : words}
      </td>
    </tr>
  );
}
