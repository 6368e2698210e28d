import { describe, expect, it } from 'vitest';
import { createLru } from './lru.ts';

describe('createLru', () => {
  it('drops what was not used for longest once the limit is passed', () => {
    const memory = createLru<number>(10, (weight) => weight);
    memory.set('a', 4);
    memory.set('b', 4);
    expect(memory.get('a')).toBe(4);
    memory.set('c', 4);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([4, undefined, 4]);
  });

  it('counts a value set again once', () => {
    const memory = createLru<number>(10, (weight) => weight);
    memory.set('a', 5);
    memory.set('a', 5);
    memory.set('b', 5);
    expect([memory.get('a'), memory.get('b')]).toEqual([5, 5]);
  });

  it('does not keep what is heavier than its limit, nor fail on it', () => {
    const memory = createLru<number>(10, (weight) => weight);
    memory.set('a', 5);
    memory.set('b', 11);
    expect([memory.get('a'), memory.get('b')]).toEqual([undefined, undefined]);
    memory.set('c', 10);
    expect(memory.get('c')).toBe(10);
  });
});
