import type { PageJudge } from '../src/state/pageJudge.ts';

/** A page that leaves every pair to the worker. */
export const NO_JUDGE: PageJudge = { judge: () => null };
