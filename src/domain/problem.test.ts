import { expect, it } from 'vitest';
import { asProblem, Problem } from './problem.ts';

it.each([
  new RangeError('Array buffer allocation failed'),
  new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory: out of memory'),
  new RangeError('Out of memory'),
  new RangeError('WebAssembly.Memory(): could not allocate memory'),
  new Error('Aborted(OOM)'),
  new Error('Aborted(Cannot enlarge memory arrays to size 4294967296 bytes (OOM))'),
  'allocation size overflow',
])('%s: there was no memory', (error) => {
  expect(asProblem(error)).toMatchObject({ code: 'out-of-memory' });
});

it.each([new RangeError('Invalid array length'), new Error('no room for a bloom'), 'odd'])(
  '%s: something else',
  (error) => {
    expect(asProblem(error)).toMatchObject({
      code: 'internal',
      detail: { got: error instanceof Error ? error.message : error },
    });
  },
);

it('leaves a problem what it is', () => {
  const problem = new Problem('cancelled');
  expect(asProblem(problem)).toBe(problem);
});
