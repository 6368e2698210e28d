import { statSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests of single parts before the laws: a broken part is found where it stands, not where it hangs others. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const size = ({ moduleId }: TestSpecification) => statSync(moduleId).size;
    return files.toSorted((a, b) => size(a) - size(b));
  }
}

/** What `npm run mutation` runs against every mutant: the tests of the metrics alone, one file after the other. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/engine/metrics/*.test.ts', 'tests/golden/*.test.ts'],
    // It judges methods, not scores.
    exclude: ['tests/golden/attributions.test.ts'],
    testTimeout: 60_000,
    sequence: { sequencer: SmallestFirst },
    maxWorkers: 1,
    isolate: false,
    env: { SHARE_OF_RUNS: '0.1' },
  },
});
