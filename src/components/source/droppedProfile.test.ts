import { expect, it } from 'vitest';
import { inventedProfile } from '../../../tests/inventedProfile.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Profile } from '../../domain/profile.ts';
import { takeProfile } from './droppedProfile.ts';

const profile = inventedProfile();

async function drop(...files: File[]) {
  const taken: (Profile | null)[] = [];
  const told: Problem[] = [];
  const is = await takeProfile(files, {
    setProfile: (one) => taken.push(one),
    tell: (problem) => told.push(problem),
  });
  return { is, taken, told: told.map(({ code }) => code) };
}
const file = (content: unknown, name = 'line.json') => new File([JSON.stringify(content)], name);

it('takes a profile, and leaves maps, pictures and several files to others', async () => {
  expect(await drop(file(profile))).toEqual({ is: true, taken: [profile], told: [] });
  const others = { is: false, taken: [], told: [] };
  expect(await drop(file({ height: 1, width: 1, values: [1] }))).toEqual(others);
  expect(await drop(file(profile, 'line.png'))).toEqual(others);
  expect(await drop(file(profile), file(profile))).toEqual(others);
  expect(await drop()).toEqual(others);
});

it('tells of a profile that is damaged', async () => {
  const damaged = file({ ...profile, thresholds: { agree: 7, chance: 0 } });
  expect(await drop(damaged)).toEqual({ is: true, taken: [], told: ['profile-unreadable'] });
});
