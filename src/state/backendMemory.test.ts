import { expect, test } from 'vitest';
import type { BackendTimes } from '../domain/backend.ts';
import { createBackendMemory } from './backendMemory.ts';

const TIMES: BackendTimes = { renderer: 'A', version: '4', milliseconds: { webgl: 3, wasm: 9.5 } };

function storageWith(text: string | null): Storage {
  let kept = text;
  return {
    length: 0,
    key: () => null,
    clear: () => {},
    removeItem: () => {},
    getItem: () => kept,
    setItem: (_, value) => {
      kept = value;
    },
  };
}

test('what was measured is remembered', () => {
  const memory = createBackendMemory(storageWith(null));
  expect(memory.read()).toBeNull();
  memory.write(TIMES);
  expect(memory.read()).toEqual(TIMES);
});

test.each(['{', '7', '{"renderer":"A"}', JSON.stringify({ ...TIMES, milliseconds: { wasm: -1 } })])(
  'what somebody else wrote there is not believed: %s',
  (text) => {
    expect(createBackendMemory(storageWith(text)).read()).toBeNull();
  },
);

test('where storage is forbidden or full, every start measures anew', () => {
  expect(createBackendMemory(null).read()).toBeNull();
  const full = storageWith(null);
  full.setItem = () => {
    throw new Error('full');
  };
  expect(() => createBackendMemory(full).write(TIMES)).not.toThrow();
});
