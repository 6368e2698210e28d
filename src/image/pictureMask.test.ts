import { expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import { jsonFile } from './madeMaps.ts';
import { parsePictureMask } from './pictureMask.ts';

const bytes = jsonFile({ height: 2, width: 3, values: [0, 1, 0, 0, 0, 9] });

function problemOf(read: () => unknown): Problem {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('no problem was thrown');
}

it('is read when it is as large as the picture', () => {
  const { flags } = parsePictureMask(bytes, 'mask.json', { width: 3, height: 2 });
  expect([...flags]).toEqual([0, 1, 0, 0, 0, 1]);
});

it('says what is allowed and what came when it is not', () => {
  const problem = problemOf(() => parsePictureMask(bytes, 'mask.json', { width: 2, height: 3 }));
  expect(problem.code).toBe('mask-size-mismatch');
  expect(problem.detail).toEqual({ what: 'mask.json', allowed: '2 × 3 px', got: '3 × 2 px' });
});

it('is told apart from a map that cannot be read', () => {
  const text = new TextEncoder().encode('hello');
  const problem = problemOf(() => parsePictureMask(text, 'mask.png', { width: 2, height: 3 }));
  expect(problem.code).toBe('mask-unreadable');
  expect(problem.detail).toMatchObject({ what: 'mask.png', got: 'text/plain' });
});
