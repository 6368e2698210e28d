import type { ExperimentResult, FactorId, Level } from '../../domain/evidence.ts';
import type { EvidenceCatalogue } from '../../i18n/evidence.ts';
import type { Speech } from '../../i18n/speech.ts';
import type { EvidenceSpeech } from '../../report/conclusions/speech.ts';

interface Sources {
  readonly speech: Speech;
  readonly texts: EvidenceCatalogue;
  readonly modelNames: ExperimentResult['modelNames'];
}

/** The entry of a catalogue, or the id itself where a file knows more than the catalogue. */
function entryOf<T>(entries: Readonly<Record<string, T>>, level: Level): T | undefined {
  const id = String(level);
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}

/** `Sign noise`, without what stands in brackets behind it in the menus. */
const shortName = (name: string): string => name.replace(/ ?[(（].*[)）]$/, '');

function nameOf({ speech, texts, modelNames }: Sources, factor: FactorId, level: Level): string {
  const { text, format, language } = speech;
  const { frame } = texts;
  const id = String(level);
  const value = typeof level === 'number' ? format.number(level, 3) : level;
  switch (factor) {
    case 'model':
      return entryOf(modelNames, level)?.[language] ?? id;
    case 'method':
      return entryOf(text.methods, level)?.name ?? id;
    case 'score':
      return entryOf(frame.checks, level) ?? entryOf(text.scores.byId, level)?.name ?? id;
    case 'perturbation':
      return (
        entryOf(frame.attacks, level) ?? shortName(entryOf(text.perturbations, level)?.name ?? id)
      );
    case 'scale':
      return entryOf(frame.estimates, level) ?? id;
    case 'frame':
      return entryOf(frame.frames, level) ?? id;
    case 'spins':
      return level === 1 ? frame.levels.noSpins : frame.levels.spins({ value });
    case 'epsilon':
      return frame.levels.epsilon({ value });
    case 'shift':
    case 'w':
      return frame.levels.pixels({ value });
    case 'k':
      return typeof level === 'number' ? format.share(level) : level;
  }
}

/** Names and numbers of a result in the language of the reader. */
export function evidenceSpeech(sources: Sources): EvidenceSpeech {
  const { frame } = sources.texts;
  const { format } = sources.speech;
  const name = (factor: FactorId, level: Level | undefined) =>
    level === undefined ? '–' : nameOf(sources, factor, level);
  return {
    name,
    estimate: ({ value, low, high }) =>
      frame.estimate({
        value: format.score(value),
        low: format.score(low),
        high: format.score(high),
      }),
    change: ({ perturbation, epsilon }) => {
      const strength = epsilon === undefined ? null : name('epsilon', epsilon);
      if (perturbation === undefined)
        return strength === null ? frame.anyChange : frame.strengthOnly({ epsilon: strength });
      const change = name('perturbation', perturbation);
      return strength === null
        ? frame.changeOnly({ perturbation: change })
        : frame.change({ perturbation: change, epsilon: strength });
    },
    score: (value) => format.score(value),
    share: (value) => format.share(value),
    list: (names) => names.join(frame.comma),
  };
}
