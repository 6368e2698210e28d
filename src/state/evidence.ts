import { EXPERIMENT_IDS, type ExperimentId, type ExperimentResult } from '../domain/evidence.ts';
import type { Problem } from '../domain/problem.ts';

/** Where the result of an experiment stands; `missing`: it was not run before the app was built. */
export type ResultState =
  | { readonly status: 'idle' | 'loading' | 'missing' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'ready'; readonly result: ExperimentResult };

export type EvidenceState = Readonly<Record<ExperimentId, ResultState>>;

/** The same for every experiment. */
export const everyResult = (state: ResultState): EvidenceState => ({
  randomAgainstAttack: state,
  falseAlarms: state,
  regimes: state,
  dataSize: state,
  windowAndK: state,
  shifts: state,
  methods: state,
  antialiasing: state,
});

export const NO_EVIDENCE = everyResult({ status: 'idle' });

/** Where the whole screen stands: running while any result is on its way, failed when none could be had. */
export function evidenceStatus(evidence: EvidenceState): 'running' | 'ready' | 'failed' {
  const states = EXPERIMENT_IDS.map((id) => evidence[id].status);
  if (states.some((status) => status === 'idle' || status === 'loading')) return 'running';
  return states.every((status) => status === 'failed') ? 'failed' : 'ready';
}
