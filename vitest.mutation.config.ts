import { defineConfig } from 'vitest/config';

/** What `npm run mutation` runs against every mutant: the tests of the metrics alone. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/engine/metrics/*.test.ts', 'tests/golden/*.test.ts'],
    testTimeout: 60_000,
    env: { SHARE_OF_RUNS: '0.1' },
  },
});
