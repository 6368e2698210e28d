import { execFileSync } from 'node:child_process';
import packageJson from '../package.json' with { type: 'json' };
import type { ResultSource } from '../src/domain/evidence.ts';
import type { Engine } from '../src/engine/engine.ts';
import { SEED } from './pairs.ts';

const git = (...args: readonly string[]): string =>
  execFileSync('git', [...args], { encoding: 'utf8' }).trim();

/** What a result was computed with, from the repository it runs in. @throws where there is no git repository */
export function sourceOf(engines: readonly Engine[]): ResultSource {
  const [{ backend }] = engines;
  return {
    version: packageJson.version,
    commit: git('rev-parse', 'HEAD'),
    node: process.version,
    tfjs: backend.version,
    backend: backend.id,
    seed: SEED,
    models: Object.fromEntries(engines.map(({ model: { card } }) => [card.id, card.sha256])),
  };
}
