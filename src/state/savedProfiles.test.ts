import { expect, it } from 'vitest';
import { inventedProfile } from '../../tests/inventedProfile.ts';
import type { Profile } from '../domain/profile.ts';
import { parseProfile } from '../report/parseProfile.ts';
import { readSaved, withoutProfile, withProfile, writeSaved } from './savedProfiles.ts';

const parse = (json: string): Profile => parseProfile(json, 'saved');

function storageWith(text: string | null): Storage {
  let kept = text;
  const storage = { getItem: () => kept, setItem: (_: string, value: string) => (kept = value) };
  return storage as unknown as Storage;
}

const [a, b] = [inventedProfile('Line 1'), inventedProfile('Line 2')];

it('keeps profiles by name, one of each', () => {
  const storage = storageWith(null);
  expect(readSaved(storage, parse)).toEqual({ profiles: [], damaged: 0 });
  expect(writeSaved(storage, withProfile(withProfile([], b), a))).toBe(true);
  expect(readSaved(storage, parse).profiles).toEqual([a, b]);
  const again = { ...a, pictures: 99 };
  expect(withProfile([a, b], again)).toEqual([again, b]);
  expect(withoutProfile([a, b], 'Line 1')).toEqual([b]);
});

it('counts what it cannot read, and reads the rest', () => {
  const mixed = JSON.stringify([a, { ...b, thresholds: { agree: 2, chance: 0 } }]);
  expect(readSaved(storageWith(mixed), parse)).toEqual({ profiles: [a], damaged: 1 });
  expect(readSaved(storageWith('{'), parse)).toEqual({ profiles: [], damaged: 1 });
  expect(readSaved(null, parse)).toEqual({ profiles: [], damaged: 0 });
});

it('says where nothing can be kept', () => {
  expect(writeSaved(null, [a])).toBe(false);
  const full = {
    setItem: () => {
      throw new Error('full');
    },
  } as unknown as Storage;
  expect(writeSaved(full, [a])).toBe(false);
});
