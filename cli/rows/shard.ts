import { missing } from '../usage.ts';

/** Every `of`-th picture of a set, from `index` on. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** `i/n`, i from 0 to n − 1; the whole set where nothing is given. @throws Problem `setting-unknown-choice` */
export function parseShard(text: string | undefined): Shard {
  if (text === undefined) return { index: 0, of: 1 };
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (!(shard.index < shard.of)) throw missing('--shard', 'i/n with i from 0 to n − 1', text);
  return shard;
}

/** The pictures of a shard: neighbours in the list go to different shards. */
export const shardOf = (pictures: readonly string[], { index, of }: Shard): string[] =>
  pictures.filter((_, i) => i % of === index);
