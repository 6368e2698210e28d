import { expect, it } from 'vitest';
import { testCard } from '../../tests/testCard.ts';
import { EXPERIMENT_IDS } from '../domain/evidence.ts';
import { Problem } from '../domain/problem.ts';
import { defaultSettings } from '../domain/settings.ts';
import { inventedEvidence } from '../report/inventedEvidence.ts';
import { defaultView } from './defaultView.ts';
import { evidenceStatus } from './evidence.ts';
import { createEvidenceLoader } from './evidenceLoader.ts';
import { createAppStore } from './store.ts';

function set(files: Record<string, unknown>) {
  const store = createAppStore({
    cards: [testCard()],
    samples: [],
    settings: defaultSettings(testCard()),
    notices: [],
    view: defaultView('en'),
  });
  const asked: string[] = [];
  const read = async (path: string): Promise<unknown> => {
    asked.push(path);
    if (!(path in files))
      throw new Problem('file-unreadable', { what: path, allowed: '', got: '' });
    return files[path];
  };
  const loader = createEvidenceLoader({ store, read });
  return { store, asked, loader, evidence: () => store.getState().evidence };
}

const INDEX = 'evidence/index.json';

it('reads every result there is, once; others are not yet run', async () => {
  const result = inventedEvidence('shifts');
  const { loader, evidence, asked } = set({
    [INDEX]: ['shifts'],
    'evidence/shifts.json': result,
  });
  const loading = loader.load();
  expect(evidenceStatus(evidence())).toBe('running');
  await Promise.all([loading, loader.load()]);
  expect(evidence().shifts).toEqual({ status: 'ready', result });
  expect(evidence().methods).toEqual({ status: 'missing' });
  expect(evidenceStatus(evidence())).toBe('ready');
  expect(asked).toEqual([INDEX, 'evidence/shifts.json']);
});

it('a bad file fails alone, and is read again when asked', async () => {
  const files: Record<string, unknown> = {
    [INDEX]: ['shifts', 'methods'],
    'evidence/shifts.json': { experiment: 'shifts' },
    'evidence/methods.json': inventedEvidence('methods'),
  };
  const { loader, evidence } = set(files);
  await loader.load();
  expect(evidence().shifts).toMatchObject({
    status: 'failed',
    problem: { code: 'file-unreadable' },
  });
  expect(evidence().methods.status).toBe('ready');
  files['evidence/shifts.json'] = inventedEvidence('shifts');
  await loader.retry('shifts');
  expect(evidence().shifts.status).toBe('ready');
});

it('where even the list cannot be had everything failed, and one retry brings all', async () => {
  const files: Record<string, unknown> = {};
  const { loader, evidence } = set(files);
  await loader.load();
  expect(evidenceStatus(evidence())).toBe('failed');
  for (const id of EXPERIMENT_IDS) expect(evidence()[id].status).toBe('failed');
  files[INDEX] = ['shifts'];
  files['evidence/shifts.json'] = inventedEvidence('shifts');
  await loader.retry('methods');
  expect(evidence().shifts.status).toBe('ready');
  expect(evidence().methods.status).toBe('missing');
});
