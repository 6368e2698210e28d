import { describe, expect, it } from 'vitest';
import { ATTACK_IDS, ATTACK_IMPOSSIBLE } from '../domain/attack.ts';
import { LANGUAGES } from '../domain/language.ts';
import { formatFor } from '../i18n/format.ts';
import { STUDY_TEXTS } from '../i18n/studies.ts';
import { attackJson } from './attackJson.ts';
import { attackWords } from './attackWords.ts';
import { inventedAttack } from './inventedAttack.ts';

const speech = { text: STUDY_TEXTS.en.attackWords, format: formatFor('en') };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const none = { best: null, scores: new Float64Array(3).fill(Number.NaN), kept: 0 };

describe('an attack in words', () => {
  it('says what is left, what chance leaves, and the lead over it', () => {
    const { headline, controls } = attackWords(inventedAttack(), speech);
    expect(plain(headline)).toMatch(/±8\/255 .* only 13 % of the strongest pixels/);
    expect(plain(controls)).toMatch(/attack 13 %, random steps 50 %, one shot of noise 75 %/);
    expect(headline).toMatch(/^38 points beyond chance\. /);
  });

  it('tells a failure from an explanation that withstood', () => {
    const failed = {
      ...inventedAttack(),
      outcome: 'failed' as const,
      attack: none,
      advantage: null,
    };
    expect(attackWords(failed, speech).headline).toMatch(/says nothing about the explanation/);
    expect(attackWords(failed, speech).controls).toMatch(/attack none with the decision kept/);
    const withstood = { ...inventedAttack(), outcome: 'withstood' as const };
    expect(attackWords(withstood, speech).headline).toMatch(/Neither this attack nor chance/);
    const byChance = { ...inventedAttack(), outcome: 'byChance' as const };
    expect(attackWords(byChance, speech).headline).toMatch(/takes no attack to change it/);
    const flipped = { ...inventedAttack('attackDecision'), outcome: 'byChance' as const };
    expect(attackWords(flipped, speech).headline).toMatch(/already change the decision/);
    const kept = { ...inventedAttack('attackDecision'), outcome: 'failed' as const };
    expect(attackWords(kept, speech).headline).toMatch(/did not change the decision/);
  });

  it('tells how much of the explanation an other decision leaves', () => {
    const result = inventedAttack('attackDecision');
    const overlap = result.attack.best?.overlaps.raw.topKIntersection.value ?? null;
    const { headline } = attackWords(result, speech);
    expect(headline).toContain(speech.format.share(overlap));
  });

  it.each(LANGUAGES)('has a sentence for every attack and every refusal in %s', (language) => {
    const words = { text: STUDY_TEXTS[language].attackWords, format: formatFor(language) };
    for (const id of ATTACK_IDS)
      expect(attackWords(inventedAttack(id), words).headline).toMatch(/[.。]$/);
    for (const reason of ATTACK_IMPOSSIBLE) {
      const refused = { ...inventedAttack(), outcome: 'impossible' as const, reason };
      expect(attackWords(refused, words)).toMatchObject({ controls: '' });
    }
  });
});

it('writes a step before any picture counts as null, not as NaN', () => {
  expect(attackJson(inventedAttack())).toMatchObject({
    outcome: 'succeeded',
    score: 'topKIntersection',
    attack: { kept: 2, scores: [null, 0.6, 0.125], best: { step: 3, score: 0.125 } },
    advantage: { least: 0.375 },
  });
});
