import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DEFAULT_THRESHOLDS, type VerdictId, type VerdictReason } from '../../domain/score.ts';
import { loadSpeech, speechOf } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { VerdictBanner } from './VerdictBanner.tsx';

await loadSpeech('ja');

const NUMBERS = {
  decision: 'scratch. ',
  before: 'scratch',
  after: 'crack',
  k: '461',
  w: '2',
  topK: '23 %',
  topKChance: '5 %',
  lens: '98 %',
  lensChance: '21 %',
  motion: 'shift',
  aligned: '97 %',
  stride: '8',
  atMultiples: '91 %',
  multiples: '8',
  gradientError: '31 %',
  backendDifference: '3.0e-2',
  gap: 'k is larger than the valid area',
};

/** For every reason: its verdict and the numbers its sentence must not do without. */
const CASES: Readonly<Record<VerdictReason, readonly [VerdictId, ...string[]]>> = {
  'same-pixels': ['stable', 'scratch', '461', '23 %', '5 %'],
  'same-places': ['stable', 'scratch', '98 %', '21 %'],
  'aligned-agrees': ['movedWithPart', 'scratch', '23 %', '97 %'],
  'window-agrees': ['movedWithPart', 'scratch', '23 %', '98 %', '21 %'],
  'aligned-window-agrees': ['movedWithPart', 'scratch', '23 %', '97 %'],
  aliasing: ['changed', 'scratch', '97 %', '8', '91 %'],
  'stayed-behind': ['changed', 'scratch', '23 %', '97 %'],
  'places-changed': ['changed', 'scratch', '23 %', '98 %', '21 %'],
  chance: ['noBetterThanChance', 'scratch', '98 %', '21 %'],
  'decision-changed': ['void', 'scratch', 'crack'],
  'gradient-check-failed': ['cannotTell', '31 %'],
  'backends-disagree': ['cannotTell', '3.0e-2'],
  'dead-gradient': ['cannotTell'],
  'score-missing': ['cannotTell', 'k is larger'],
};

let mounted: Mounted;
afterEach(() => mounted.unmount());

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  const speech = speechOf(language);
  test.each(Object.entries(CASES))(
    '%s: verdict, reason with its numbers, next step',
    (key, facts) => {
      const reason = key as VerdictReason;
      const [id, ...needed] = facts;
      mounted = mount(
        <SpeechContext value={speech}>
          <VerdictBanner
            shown={{
              verdict: { id, reason, lattice: null },
              numbers: NUMBERS,
              thresholds: DEFAULT_THRESHOLDS,
            }}
            outOfDate="no"
            lookingAt={null}
          />
        </SpeechContext>,
      );
      const { region, headlines, next } = speech.text.verdicts;
      const banner = page.getByRole('region', { name: region, exact: true }).element();
      for (const words of [headlines[id], next, ...needed])
        expect(banner.textContent).toContain(words);
      expect(banner.getAttribute('data-verdict')).toBe(id);
    },
  );
});

test('says when it is out of date', () => {
  mounted = mount(
    <VerdictBanner
      shown={{
        verdict: { id: 'stable', reason: 'same-pixels', lattice: null },
        numbers: NUMBERS,
        thresholds: DEFAULT_THRESHOLDS,
      }}
      outOfDate="computing"
      lookingAt={null}
    />,
  );
  const banner = page.getByRole('region', { name: 'Verdict' }).element();
  expect(banner.textContent).toContain('Out of date');
});
