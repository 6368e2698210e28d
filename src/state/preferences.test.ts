import { describe, expect, it } from 'vitest';
import { defaultView } from './defaultView.ts';
import { browserLanguage, readView, writeView } from './preferences.ts';

function storageWith(text: string | null): Storage {
  let kept = text;
  const storage: Pick<Storage, 'getItem' | 'setItem'> = {
    getItem: () => kept,
    setItem: (_, value) => {
      kept = value;
    },
  };
  return storage as Storage;
}

describe('preferences', () => {
  it('take the first language of the browser that the product speaks', () => {
    expect(browserLanguage(['fr-FR', 'ja-JP', 'en'])).toBe('ja');
    expect(browserLanguage(['fr-FR'])).toBe('en');
  });

  it('follow the URL before memory before the browser', () => {
    const storage = storageWith('{"language":"ja","theme":"dark"}');
    expect(readView(storage, '?lang=en', ['ja'])).toEqual({ ...defaultView('en'), theme: 'dark' });
    expect(readView(storage, '?lang=xx', ['en']).language).toBe('ja');
    expect(readView(null, '', ['ja'])).toEqual(defaultView('ja'));
  });

  it('survive a storage that is spoilt, full or forbidden', () => {
    for (const text of ['not json', '3', 'null', '{"theme":"pink","language":"de"}'])
      expect(readView(storageWith(text), '', ['en'])).toEqual(defaultView('en'));
    const full = storageWith(null);
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(writeView(full, defaultView('ja'))).toBe(false);
    const good = storageWith(null);
    expect(writeView(good, { ...defaultView('ja'), theme: 'dark' })).toBe(true);
    expect(readView(good, '', ['en'])).toEqual({ ...defaultView('ja'), theme: 'dark' });
  });
});
