import { afterEach, describe, expect, test } from 'vitest';
import type { ReportSession } from '../../domain/session.ts';
import { loadSpeech, speechOf } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { inventedReport } from '../../report/inventedReport.ts';
import { sessionOf } from '../../report/session.ts';
import type { Controller } from '../../state/controllerTypes.ts';
import { defaultView } from '../../state/defaultView.ts';
import { createAppStore, type PictureFile } from '../../state/store.ts';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { AppContext } from '../storeContext.ts';
import { RestoredNote } from './RestoredNote.tsx';

await loadSpeech('ja');

const report = inventedReport();
const { analysis, settings, scores, verdict } = report;
const session = sessionOf(report, 'en');
const file: PictureFile = { id: '1', name: 'report.png', file: new Blob([]), source: 'file' };
const preview = { width: 1, height: 1, pixels: new Uint8ClampedArray(4) };

/** A page that shows what was computed of the report that says `said`. */
function show(language: 'en' | 'ja', said: ReportSession, asked = settings): string {
  const view = defaultView(language);
  const cards = [analysis.card];
  const store = createAppStore({ cards, samples: [], settings: asked, notices: [], view });
  const picture = { info: said.picture, preview, input: said.input, session: said };
  store.setState((state) => ({
    asked: { ...state.asked, picture: file },
    result: { file, picture, settings, analysis },
    scored: {
      scores,
      verdict,
      rawMask: new Uint8Array(1),
      alignedMask: null,
      settings: settings.score,
      thresholds: settings.thresholds,
    },
    restored: { file, settings, session: said },
  }));
  // The note asks for nothing.
  const services = {
    store,
    controller: {} as Controller,
    drawReport: () => Promise.resolve(new Uint8Array()),
    studies: () => Promise.reject(new Error('not asked for')),
    evidence: () => Promise.reject(new Error('not asked for')),
    pictureSets: () => Promise.reject(new Error('not asked for')),
    ownModels: () => Promise.reject(new Error('not asked for')),
  };
  mounted = mount(
    <AppContext value={services}>
      <SpeechContext value={speechOf(language)}>
        <RestoredNote />
      </SpeechContext>
    </AppContext>,
  );
  return document.body.textContent.trim();
}

/** What a report said whose scores all were lower by so much. */
function lower(by: number): ReportSession {
  const value = Math.max(0, (scores.raw.topKIntersection.value ?? 0) - by);
  const raw = { ...scores.raw, topKIntersection: { ...scores.raw.topKIntersection, value } };
  return { ...session, scores: { ...scores, raw } };
}

let mounted: Mounted;
afterEach(() => mounted.unmount());

describe('of a restored report', () => {
  test.each([
    [
      'en',
      session,
      'Restored from the report of 2026-11-23. Verdict, probabilities and overlap scores agree exactly.',
    ],
    [
      'ja',
      session,
      '2026-11-23 のレポートから復元しました。 総合評価・確率・重なりのスコアは完全に一致しています。',
    ],
    [
      'en',
      lower(0.01),
      'Verdict, probabilities (within 0.01) and overlap scores (within 0.02) agree.',
    ],
    [
      'ja',
      lower(0.01),
      '総合評価・確率・重なりのスコアは一致しています（スコアの差は 0.02 以内、確率の差は 0.01 以内）。',
    ],
    ['en', lower(0.1), '1 value differs: Top-k intersection 0.46 then, 0.56 now.'],
    ['ja', lower(0.1), '1 件の値が異なります：上位 k 画素の一致率：作成時 0.46、現在 0.56。'],
  ] as const)('it is said in %s whether the numbers agree', (language, said, words) => {
    expect(show(language, said)).toContain(words);
  });

  test.each(['en', 'ja'] as const)(
    'many differences are counted, named and listed in %s',
    (language) => {
      const { text } = speechOf(language);
      const probabilities = { ...session.probabilities, perturbed: [0, 0.1, 0.9, 0, 0, 0] };
      const said: ReportSession = {
        ...lower(0.1),
        probabilities,
        verdict: { id: 'changed', reason: 'places-changed', lattice: null },
        modelSha256: '0'.repeat(64),
      };
      const shown = show(language, said);
      expect(shown).toContain(text.restoring.otherModel);
      expect(shown).toContain(text.verdicts.headlines.changed);
      expect(shown).toContain(text.restoring.all({ count: '6' }));
      expect(document.querySelectorAll('li')).toHaveLength(6);
    },
  );

  test('nothing is said once a setting is changed', () => {
    expect(show('en', session, { ...settings })).toBe('');
  });
});
