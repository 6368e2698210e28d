import { type ReactNode, useContext } from 'react';
import type { Margin, MarginVisit } from '../../domain/margin.ts';
import { PERTURBATIONS, type PerturbationSettings } from '../../domain/perturbation.ts';
import type { Settings } from '../../domain/settings.ts';
import { useStudyText } from '../../i18n/useStudyText.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { useApp } from '../storeContext.ts';
import { MarginStrip } from './MarginStrip.tsx';
import { MarginTable } from './MarginTable.tsx';
import styles from './margin.module.css';
import { StudyPanel } from './StudyPanel.tsx';

/** A strength of the perturbation in words: `shift 0.75 px`. */
function usePlace({ id }: PerturbationSettings): (at: number) => string {
  const { text, format } = useContext(SpeechContext);
  const unit = PERTURBATIONS[id].strength?.unit ?? 'px';
  return (at) => text.figures.curve.place[unit]({ at: format.number(at) });
}

interface FoundProps {
  readonly margin: Margin;
  readonly placeOf: (at: number) => string;
}

/** The answer in sentences. */
function Found({ margin, placeOf }: FoundProps): ReactNode {
  const text = useStudyText().margin;
  const { text: words, format } = useContext(SpeechContext);
  const name = ({ verdict }: MarginVisit) => words.verdicts.headlines[verdict];
  const { rest, turn, loss, limit, step, widestGap, visits } = margin;
  if (visits.length === 1) return <p>{text.unjudged({ verdict: name(rest) })}</p>;
  const [first] = turn
    ? [text.turns({ place: placeOf(turn.to.at), from: name(rest), to: name(turn.to) })]
    : [text.bears({ place: placeOf(limit), verdict: name(rest) })];
  const same = turn && loss?.to.at === turn.to.at;
  const second = loss
    ? text.lost({ place: placeOf(loss.to.at), to: name(loss.to) })
    : text.keeps({ place: placeOf(limit) });
  return (
    <>
      <p className={styles.answer}>
        <strong>{first}</strong> {turn && !same && second}
      </p>
      <p className={styles.note}>
        {text.walk({
          count: format.integer(visits.length),
          step: format.number(step),
          gap: format.number(widestGap),
        })}
      </p>
    </>
  );
}

function Visits(props: {
  readonly settings: Settings;
  readonly visits: readonly MarginVisit[];
  readonly margin: Margin | null;
}): ReactNode {
  const { settings, visits, margin } = props;
  const placeOf = usePlace(settings.perturbation);
  const shown = margin?.visits ?? visits.toSorted((a, b) => a.at - b.at);
  return (
    <>
      {margin && <Found margin={margin} placeOf={placeOf} />}
      <MarginStrip
        visits={shown}
        agree={settings.thresholds.agree}
        turn={margin?.turn?.to.at ?? null}
        placeOf={placeOf}
      />
      <MarginTable visits={shown} placeOf={placeOf} />
    </>
  );
}

/** How much of the chosen perturbation the verdict bears. */
export function MarginPanel(): ReactNode {
  const text = useStudyText().margin;
  const study = useApp(({ studies }) => studies.margin);
  return (
    <StudyPanel id="margin" title={text.title} about={text.about} empty={text.empty}>
      {study.status === 'idle' || study.parts.length === 0 ? null : (
        <Visits
          settings={study.basis.settings}
          visits={study.parts}
          margin={study.status === 'ready' ? study.outcome : null}
        />
      )}
    </StudyPanel>
  );
}
