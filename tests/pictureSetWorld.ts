/** Picture sets without a browser: workers and storage that do as a test tells them. */

import type { PictureRow } from '../src/domain/pictureRow.ts';
import { Problem } from '../src/domain/problem.ts';
import { defaultSettings } from '../src/domain/settings.ts';
import type { Controller } from '../src/state/controllerTypes.ts';
import { defaultView } from '../src/state/defaultView.ts';
import { picturesLeft } from '../src/state/pictureSet.ts';
import { createSetControls, type ParseSet, type SetControls } from '../src/state/setControls.ts';
import type { FoundSet, SetStorage } from '../src/state/setStorage.ts';
import { type AppStore, createAppStore } from '../src/state/store.ts';
import type { CallOptions, Client } from '../src/workers/client.ts';
import type {
  AnalysisOperations,
  DetailsOperations,
  PictureOperations,
} from '../src/workers/protocol.ts';
import type { RowsOfPicture, SetOperations } from '../src/workers/setProtocol.ts';
import { testCard } from './testCard.ts';

export const card = testCard('small');
export const settings = defaultSettings(card);

type RowsRequest = SetOperations['pictureRows']['request'];
interface Asked {
  readonly worker: number;
  readonly request: RowsRequest;
  readonly name: string;
  /** With rows, or with what is said. */
  readonly answer: (...said: unknown[]) => void;
  readonly fail: (problem: Problem) => void;
}

export let app: AppStore;
export let controls: SetControls;
export let calls: Asked[];
export let kept: string[];
/** Rows that were opened on Compare: the picture, and what is asked of it. */
export let opened: Parameters<Controller['openWith']>[];

/** A row that says what it is of, and no more. */
const rowOf = (request: RowsRequest): PictureRow[] =>
  request.changes.map((perturbation) => {
    const { picture, sha256, label } = request;
    return {
      picture,
      sha256,
      label,
      perturbation,
      outcome: 'judged',
      verdict: { id: 'stable' },
    } as PictureRow;
  });

function worker(index: number): Client<AnalysisOperations> {
  const call = (name: string, request: RowsRequest, options: CallOptions<never>) =>
    new Promise((resolve, fail) => {
      const backend = { id: 'wasm', version: '4.0.0' } as RowsOfPicture['backend'];
      const rows = { rows: rowOf(request), backend, modelSha256: card.sha256 };
      const answer = (...said: unknown[]) => resolve(said.length > 0 ? said[0] : rows);
      calls.push({ worker: index, name, request, answer, fail });
      options.signal?.addEventListener('abort', () => fail(new Problem('cancelled')));
    });
  return { call } as unknown as Client<AnalysisOperations>;
}

/** Opens every file but the damaged one. */
const pictures = {
  call: async (_: string, { name }: { name: string }) => {
    if (name.startsWith('damaged'))
      throw new Problem('image-damaged', { what: 'file', allowed: '', got: 'nonsense' });
    return { info: { sha256: name }, input: { values: new Float32Array(1) }, session: null };
  },
} as unknown as Client<PictureOperations>;

/** What the last calibration was asked with. */
export let calibrated: unknown[];
const details = {
  call: async (name: string, request: { rows: readonly PictureRow[] }) => {
    if (name !== 'calibrate') return [{ judged: request.rows.length }];
    calibrated.push(request);
    return { score: { k: 5, windowRadius: 1 }, falseAlarmRate: 0.1 };
  },
} as unknown as Client<DetailsOperations>;

function storage(found: FoundSet | null, broken = false): SetStorage {
  const note = async (what: string) => {
    if (broken) throw new Problem('storage-unavailable');
    kept.push(what);
  };
  return {
    keepFolder: ({ name }) => note(`folder ${name}`),
    keepFile: (path) => note(`file ${path}`),
    keepAsked: ({ changes }) => note(`asked ${changes.length}`),
    keepFacts: () => note('facts'),
    keepRows: (path, rows) => note(`rows ${path} ${rows.length}`),
    forget: () => note('forget'),
    read: async () => found,
  };
}

export function begin({ workers = 1, found = null as FoundSet | null, broken = false } = {}): void {
  calls = [];
  kept = [];
  opened = [];
  calibrated = [];
  app = createAppStore({
    cards: [card],
    samples: [],
    settings,
    notices: [],
    view: defaultView('en'),
  });
  controls = createSetControls({
    app,
    controller: { openWith: (...asked) => opened.push(asked) },
    pictures,
    engines: Array.from({ length: workers }, (_, index) => worker(index)),
    details,
    storage: storage(found, broken),
    modelUrl: (id) => `models/${id}/`,
    version: '1.0.0',
  });
}

const file = (path: string) => ({ path, file: new File(['x'], path.split('/').at(-1) ?? '') });
export const files = (...paths: string[]) => paths.map(file);
export const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
export const set = () => {
  const { set: now } = controls.store.getState();
  if (!now) throw new Error('no set');
  return now;
};
export const left = () => picturesLeft(set()).map(({ path }) => path);
export async function answer(count = 1): Promise<void> {
  for (let i = 0; i < count; i++) {
    calls.shift()?.answer();
    await settle();
  }
}
/** What a browser gives back is as it was put in. */
export const asItIs: ParseSet = ({ asked, facts, rows }) =>
  ({ asked, facts, rows }) as ReturnType<ParseSet>;
export function foundNow(lost: readonly string[] = []): FoundSet {
  const { folder, asked, facts, rows } = set();
  const there = folder.pictures.map((one) =>
    lost.includes(one.path) ? { ...one, file: null } : one,
  );
  return { folder: { ...folder, pictures: there }, asked, facts, rows };
}
