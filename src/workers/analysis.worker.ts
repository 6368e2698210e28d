import wasmPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimdPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { BackendTimes } from '../domain/backend.ts';
import { ownIdIn } from '../domain/ownModel.ts';
import { Problem } from '../domain/problem.ts';
import type { Task } from '../domain/progress.ts';
import { attackExplanation } from '../engine/attackExplanation.ts';
import { type DeviceWatch, watchDevice } from '../engine/backend/deviceWatch.ts';
import { startBackend } from '../engine/backend/startBackend.ts';
import { examineBelief } from '../engine/belief/examine.ts';
import { checkModel } from '../engine/checkModel.ts';
import { calibrationGrid } from '../engine/evidence/agreementGrid.ts';
import { calibrationPicture } from '../engine/evidence/calibrationPicture.ts';
import { pictureRows } from '../engine/evidence/pictureRow.ts';
import { galleryEntry } from '../engine/gallery.ts';
import { judgedAnalysis } from '../engine/judgedAnalysis.ts';
import { stabilityMargin } from '../engine/margin.ts';
import type { LoadedModel } from '../engine/model/loadedModel.ts';
import { loadModel } from '../engine/model/loadModel.ts';
import { checkParity } from '../engine/parity.ts';
import { provideJpegBinaries } from '../engine/perturbation/jpegCodec.ts';
import { analyse, createEngine, type Engine } from '../engine/pipeline.ts';
import { sweep } from '../engine/sweep.ts';
import { type HostTask, serve } from './host.ts';
import { fetchJpegBinaries } from './jpegBinaries.ts';
import { createModelShelf } from './modelShelf.ts';
import type { ModelRequest } from './operation.ts';
import type { AnalysisOperations } from './protocol.ts';

const WASM_PATHS = {
  'tfjs-backend-wasm.wasm': wasmPath,
  'tfjs-backend-wasm-simd.wasm': wasmSimdPath,
};

provideJpegBinaries(fetchJpegBinaries);

/** The engine in memory: a cache only, made again from any request. */
let engine: Engine | null = null;
let servedFor: Pick<ModelRequest, 'ask' | 'modelUrl'> | null = null;
let model: LoadedModel | null = null;
let device: DeviceWatch | null = null;

/** Models that the user brought. */
const shelf = createModelShelf();

async function read(modelUrl: string, file: string): Promise<ArrayBuffer> {
  const own = ownIdIn(modelUrl);
  if (own !== null) return shelf.read(own, file);
  const url = new URL(file, modelUrl);
  const response = await fetch(url).catch(() => null);
  const type = response?.headers.get('content-type') ?? '';
  // Static hosts of single-page apps answer a missing file with index.html.
  if (!response?.ok || type.startsWith('text/html'))
    throw new Problem('model-missing', {
      what: file,
      allowed: '',
      got: response ? `HTTP ${response.status}` : 'no answer',
    });
  return response.arrayBuffer();
}

/** A request whose sender may know what an earlier start on this machine measured. */
type EngineRequest = ModelRequest & { readonly remembered?: BackendTimes | null };

async function engineFor(
  { ask, modelUrl, remembered = null }: EngineRequest,
  task: Task,
): Promise<Engine> {
  // A sweep asks for the backend its result was computed on, however that one was chosen.
  const sameBackend = servedFor?.ask === ask || engine?.backend.id === ask;
  if (engine && servedFor?.modelUrl === modelUrl && sameBackend) return engine;
  await task.checkpoint({ stage: 'backend', done: 0, total: 1 });
  model?.dispose();
  model = null;
  engine = null;
  const backend = await startBackend({ ask, remembered, wasmPath: WASM_PATHS });
  device = await watchDevice(backend.id, onContextLost);
  await task.checkpoint({ stage: 'model', done: 0, total: 1 });
  model = await loadModel((file) => read(modelUrl, file));
  engine = createEngine(backend, model);
  servedFor = { ask, modelUrl };
  return engine;
}

/** The backend that was chosen by itself may be asked for by hand later: then that is the reason. */
const withReason = (ready: Engine, { ask }: ModelRequest): Engine =>
  ask ? { ...ready, backend: { ...ready.backend, reason: 'asked-for', times: null } } : ready;

/** Runs `work` so that nothing leaves which was computed on a device that failed. */
async function believed<Partial, Result>(
  request: EngineRequest,
  task: HostTask<Partial>,
  work: (engine: Engine, task: HostTask<Partial>) => Promise<Result>,
): Promise<Result> {
  const refuseFaulty = () => {
    const fault = device?.fault();
    if (fault) throw fault;
  };
  try {
    const result = await work(await engineFor(request, task), {
      ...task,
      partial(part, given) {
        refuseFaulty();
        task.partial(part, given);
      },
    });
    refuseFaulty();
    return result;
  } catch (error) {
    throw device?.fault() ?? error;
  }
}

const broken = serve<AnalysisOperations>(self, {
  analyse: (request, task) =>
    believed(request, task, (ready, guarded) =>
      analyse(withReason(ready, request), request, guarded, (original) =>
        guarded.partial(original),
      ),
    ),
  parity: (request, task) =>
    believed(request, task, (ready, guarded) => checkParity(ready, request, guarded)),
  sweep: (request, task) =>
    believed(request, task, (ready, guarded) =>
      sweep(ready, request, guarded, (point) =>
        guarded.partial(point, [point.map.values.buffer, point.probabilities.buffer]),
      ),
    ),
  margin: (request, task) =>
    believed(request, task, (ready, guarded) =>
      stabilityMargin(ready, request, guarded, (visit) => guarded.partial(visit)),
    ),
  attack: (request, task) =>
    believed(request, task, (ready, guarded) =>
      attackExplanation(ready, request, guarded, (progress) => guarded.partial(progress)),
    ),
  belief: (request, task) =>
    believed(request, task, (ready, guarded) =>
      examineBelief(ready, request, guarded, (finding) => guarded.partial(finding)),
    ),
  gallery: (request, task) =>
    believed(request, task, (ready, guarded) => galleryEntry(ready, request, guarded)),
  judge: (request, task) =>
    believed(request, task, (ready, guarded) => judgedAnalysis(ready, request, guarded)),
  pictureRows: (request, task) =>
    believed(request, task, async (ready, guarded) => ({
      rows: await pictureRows(ready, { ...request, grid: null }, guarded),
      backend: ready.backend,
      modelSha256: ready.model.card.sha256,
    })),
  calibrationPicture: (request, task) =>
    believed(request, task, (ready, guarded) =>
      calibrationPicture(ready, request, calibrationGrid(ready.model.card.input), guarded),
    ),
  async checkModel({ files }, task) {
    const checkpoint = () => task.checkpoint({ stage: 'model', done: 0, total: 1 });
    await checkpoint();
    // Whether it can be read and answers is the same on all; this one is always there.
    if (!engine) await startBackend({ ask: 'cpu', wasmPath: WASM_PATHS });
    return checkModel((file) => {
      const found = Object.hasOwn(files, file) ? files[file] : undefined;
      if (!found) throw new Problem('model-missing', { what: file, allowed: '', got: '' });
      return found.arrayBuffer();
    }, checkpoint);
  },
});

function onContextLost(): void {
  broken(new Problem('context-lost'));
}
