import type { ReactNode } from 'react';
import type { AttackFinished, AttackResult } from '../../domain/attack.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { attackWords } from '../../report/attackWords.ts';
import styles from './attack.module.css';
import { useAttackSpeech } from './useAttackSpeech.ts';

/** How the pictures were found, and how many count. */
function useMeans(result: AttackFinished): string {
  const text = useStudyText().attack;
  const { format } = useAttackSpeech();
  const { search, settings, attack } = result;
  const beta = format.number(settings.beta);
  const gradient = settings.id === 'attackDecision' ? text.margin : text.direction({ beta });
  const means = search.kind === 'square' ? text.square[search.because] : gradient;
  if (settings.id === 'attackDecision') return means;
  const [kept, steps] = [attack.kept, attack.scores.length].map((n) => format.integer(n));
  return `${means} ${text.kept({ kept: kept ?? '', steps: steps ?? '' })}`;
}

function Means({ result }: { readonly result: AttackFinished }): ReactNode {
  const text = useStudyText().attack;
  return (
    <p className={styles.note}>
      {useMeans(result)} {result.settings.id !== 'attackDecision' && text.sumAbs}
    </p>
  );
}

/** The answer in sentences: what was reached, what chance reaches, the lead over it. */
export function AttackAnswer({ result }: { readonly result: AttackResult }): ReactNode {
  const words = attackWords(result, useAttackSpeech());
  return (
    <div className={styles.answer} data-outcome={result.outcome}>
      <p className={styles.headline}>
        <strong>{words.headline}</strong>
      </p>
      {words.controls && <p>{words.controls}</p>}
      {result.outcome !== 'impossible' && <Means result={result} />}
    </div>
  );
}
