import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { EVIDENCE_TEXTS } from './evidence.ts';
import { ja } from './ja.ts';
import { STUDY_TEXTS } from './studies.ts';

type Node = string | object | ((n: never) => string);

/** Every text of a catalogue with its path; a function is asked with named placeholders. */
function texts(node: Node, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    // A choice of words, not a number.
    const placeholders = new Proxy(
      { likeness: 'close' },
      { get: (known, name) => (name === 'likeness' ? known.likeness : `{${String(name)}}`) },
    );
    return [[path, node(placeholders as never)]];
  }
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'number' ? [] : texts(value as Node, path ? `${path}.${key}` : key),
  );
}

const placeholdersOf = (text: string): string[] =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

const english = new Map([
  ...texts(en),
  ...texts(STUDY_TEXTS.en, 'studies'),
  ...texts(EVIDENCE_TEXTS.en, 'evidence'),
]);
const japanese = new Map([
  ...texts(ja),
  ...texts(STUDY_TEXTS.ja, 'studies'),
  ...texts(EVIDENCE_TEXTS.ja, 'evidence'),
]);

describe('the catalogues', () => {
  it('say the same things', () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have no empty text and nothing undefined', () => {
    for (const [path, text] of [...english, ...japanese]) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('name the same numbers in both languages', () => {
    for (const [path, text] of english)
      expect(placeholdersOf(japanese.get(path) ?? ''), path).toEqual(placeholdersOf(text));
  });
});

describe('a verdict', () => {
  it('says the decision or the reason, and what to do next, for every reason', () => {
    for (const [reason, { because, next }] of Object.entries(en.verdicts.reasons)) {
      const numbers = new Proxy({}, { get: (_, name) => `{${String(name)}}` }) as never;
      expect(because(numbers), reason).toMatch(/\.$/);
      expect(next(numbers), reason).toMatch(/\.$/);
    }
  });
});

describe('a problem', () => {
  const detail = { what: 'k', allowed: '1…9216', got: '0' };

  it('says what is allowed and what came', () => {
    for (const { problems } of [en, ja]) {
      const said = problems.byCode['setting-out-of-range'].say(detail);
      expect(said).toContain(problems === en.problems ? en.settings.k.label : ja.settings.k.label);
      expect(said).toContain('1…9216');
      expect(said).toMatch(/0/);
    }
  });

  it('leaves out what is not known', () => {
    const nothing = { what: '', allowed: '', got: '' };
    for (const { problems } of [en, ja])
      for (const [code, { say }] of Object.entries(problems.byCode))
        expect(say(nothing), code).not.toMatch(/^ |:\s*\.|“”|「」|：。/);
  });
});
