import { execFileSync } from 'node:child_process';
import packageJson from '../package.json' with { type: 'json' };
import type { BackendInfo } from '../src/domain/backend.ts';
import type { ModelCard } from '../src/domain/model.ts';

/** What a result was computed with, so that it can be computed again. */
export interface Provenance {
  readonly version: string;
  readonly commit: string;
  /** Files that differ from the commit, but for results. */
  readonly changed: readonly string[];
  readonly node: string;
  readonly tfjs: string;
  readonly backend: string;
  readonly model: string;
  readonly modelSha256: string;
}

const git = (...args: readonly string[]): string =>
  execFileSync('git', [...args], { encoding: 'utf8' }).trim();

/** Of this run, from the repository it runs in. @throws where there is no git repository */
export function provenance(backend: BackendInfo, card: ModelCard): Provenance {
  const changed = git('status', '--porcelain', '--', ':!experiments/results').split('\n');
  return {
    version: packageJson.version,
    commit: git('rev-parse', 'HEAD'),
    changed: changed.filter((line) => line !== ''),
    node: process.version,
    tfjs: backend.version,
    backend: backend.id,
    model: card.id,
    modelSha256: card.sha256,
  };
}
