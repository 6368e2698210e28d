import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ModelCard } from '../src/domain/model.ts';
import { tf } from '../src/engine/backend/tf.ts';
import { parseCard } from '../src/engine/model/card.ts';
import type { LoadedModel } from '../src/engine/model/loadedModel.ts';
import { loadModel } from '../src/engine/model/loadModel.ts';
import {
  type ModelFiles,
  type ReadFile,
  readModelFiles,
  sha256Of,
} from '../src/engine/model/modelFiles.ts';
import { asLayersModel, type NetworkPlan, type Weights } from './network.ts';

/**
 * Writes `model.json`, `weights.bin` and `card.json` into `<folder>/<id>/`.
 * @param folder with a `/` at the end
 * @returns the card as written
 */
export async function writeModel(
  folder: URL,
  card: Omit<ModelCard, 'sha256'>,
  plan: NetworkPlan,
  weights: Weights,
): Promise<ModelCard> {
  const home = new URL(`${card.id}/`, folder);
  mkdirSync(home, { recursive: true });
  const { modelJson, weightBytes } = await serialise(plan, weights);
  writeFileSync(new URL('model.json', home), new Uint8Array(modelJson));
  writeFileSync(new URL('weights.bin', home), new Uint8Array(weightBytes));
  return writeCard(folder, { ...card, sha256: sha256Of([modelJson, weightBytes]) });
}

/** Writes the card of a model whose files are there. @returns the card as written */
export function writeCard(folder: URL, card: ModelCard): ModelCard {
  const checked = parseCard(JSON.parse(JSON.stringify(card)));
  const file = new URL(`${card.id}/card.json`, folder);
  writeFileSync(file, `${JSON.stringify(checked, null, 2)}\n`);
  return checked;
}

/** Lists the models of a folder in its `index.json`. */
export function writeIndex(folder: URL): void {
  const ids = readdirSync(folder).filter((name) => statSync(new URL(name, folder)).isDirectory());
  writeFileSync(new URL('index.json', folder), `${JSON.stringify(ids.sort(byShowing), null, 2)}\n`);
}

/** A model from a folder on disk, ready to run. @throws Problem as `loadModel` does */
export const openModel = (home: URL): Promise<LoadedModel> => loadModel(fileReader(home));

/** The files of a model in a folder on disk, checked. @throws Problem as `readModelFiles` does */
export const readModel = (home: URL): Promise<ModelFiles> => readModelFiles(fileReader(home));

const fileReader =
  (home: URL): ReadFile =>
  async (file) =>
    new Uint8Array(await readFile(new URL(file, home))).buffer;

/** The generated surfaces first, every family by itself with its natural model in front: the page opens with the first. */
function byShowing(a: string, b: string): number {
  const family = (id: string): string => id.replace(/-.*/, '');
  const last = (id: string): number => Number(family(id) !== 'surface');
  const robust = (id: string): number => Number(!id.endsWith('-natural'));
  return (
    last(a) - last(b) ||
    family(a).localeCompare(family(b)) ||
    robust(a) - robust(b) ||
    a.localeCompare(b)
  );
}

async function serialise(
  plan: NetworkPlan,
  weights: Weights,
): Promise<{ modelJson: ArrayBuffer; weightBytes: ArrayBuffer }> {
  const network = asLayersModel(plan, weights);
  let artifacts: tf.io.ModelArtifacts | undefined;
  await network.save(
    tf.io.withSaveHandler(async (given) => {
      artifacts = given;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
  network.dispose();
  const data = artifacts?.weightData;
  if (!(data instanceof ArrayBuffer)) throw new Error('the network gave no weights');
  const model = {
    format: 'layers-model',
    generatedBy: artifacts?.generatedBy,
    modelTopology: artifacts?.modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights: artifacts?.weightSpecs }],
  };
  return { modelJson: new TextEncoder().encode(JSON.stringify(model)).buffer, weightBytes: data };
}
