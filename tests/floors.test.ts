import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({
  // Type-aware rules need files on the disk; the floor rules do not.
  overrideConfig: [tseslint.configs.disableTypeChecked],
});

const broken = async (filePath: string, code: string) => {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
};

describe('the floors', () => {
  it.each([
    ['src/engine/metrics/x.ts', "import '../../state/store.ts';"],
    ['src/engine/metrics/x.ts', "import '../attribution/registry.ts';"],
    ['src/engine/perturbation/x.ts', "import '../pipeline.ts';"],
    ['src/domain/x.ts', "import '../engine/random.ts';"],
    ['src/state/x.ts', "import '../engine/pipeline.ts';"],
    ['src/components/x.tsx', "import '../engine/verdict.ts';"],
    ['src/workers/x.ts', "import '../engine/verdict.ts';"],
    ['src/report/x.ts', "import '../components/App.tsx';"],
  ])('fail %s with %s', async (filePath, code) => {
    expect(await broken(filePath, code)).toContain('boundaries/dependencies');
  });

  it('keep other libraries out of the engine', async () => {
    expect(await broken('src/engine/x.ts', "import 'd3';")).toContain('no-restricted-imports');
  });

  it('let a floor use what stands below it', async () => {
    const code = "import '../engine/pipeline.ts';";
    expect(await broken('src/workers/x.worker.ts', code)).not.toContain('boundaries/dependencies');
  });
});
