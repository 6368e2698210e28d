import type { Language } from '../domain/language.ts';
import { loadSpeech, type Speech } from './speech.ts';
import { STUDY_TEXTS, type StudyCatalogue } from './studies.ts';

/** What a report speaks with: the page's words and those of the studies that stand in it. */
interface ReportSpeech extends Speech {
  readonly text: Speech['text'] & Pick<StudyCatalogue, 'belief'>;
}

/** A language of the page with what a report needs beside it. */
export const reportSpeech = (speech: Speech): ReportSpeech => ({
  ...speech,
  text: { ...speech.text, belief: STUDY_TEXTS[speech.language].belief },
});

/** Gets the language of a report. Rejects where its file cannot be had. */
export const loadReportSpeech = async (language: Language): Promise<ReportSpeech> =>
  reportSpeech(await loadSpeech(language));
