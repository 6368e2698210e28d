import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ModelCard } from '../../domain/model.ts';
import { Problem } from '../../domain/problem.ts';
import type { tf } from '../backend/tf.ts';
import { parseCard } from './card.ts';

/** Gives a file of the model's folder. Whatever it throws means that the file is not there. */
export type ReadFile = (file: string) => Promise<ArrayBuffer>;

/** The files of a model, whole and unchanged since they were made. */
export interface ModelFiles {
  readonly card: ModelCard;
  readonly topology: object;
  readonly weightSpecs: tf.io.WeightsManifestEntry[];
  readonly weights: ArrayBuffer;
}

/**
 * Reads `card.json`, `model.json` and the weight files it names.
 * @throws Problem `model-missing` naming a file that cannot be read; `model-damaged` when a file is
 * not what it should be, weights are cut short or too long, or the SHA-256 is not the card's
 */
export async function readModelFiles(read: ReadFile): Promise<ModelFiles> {
  const card = parseCard(parseJson('card.json', await readOr(read, 'card.json')));
  const modelBytes = await readOr(read, 'model.json');
  const { topology, paths, weightSpecs } = parseModel(parseJson('model.json', modelBytes));
  const parts = [];
  for (const path of paths) parts.push(await readOr(read, path));
  const weights = join(parts);
  checkLength(paths, weights.byteLength, weightSpecs);
  const hash = sha256Of([modelBytes, ...parts]);
  if (hash !== card.sha256) throw damaged('SHA-256', card.sha256, hash);
  return { card, topology, weightSpecs, weights };
}

/** SHA-256 of byte blocks one after another, lower-case hexadecimal: what a card states of its model. */
export function sha256Of(blocks: readonly ArrayBuffer[]): string {
  return bytesToHex(sha256(new Uint8Array(join(blocks))));
}

async function readOr(read: ReadFile, file: string): Promise<ArrayBuffer> {
  try {
    return await read(file);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const got = error instanceof Error ? error.message : String(error);
    throw new Problem('model-missing', { what: file, allowed: '', got });
  }
}

function parseJson(file: string, bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw damaged(file, 'JSON', error instanceof Error ? error.message : String(error));
  }
}

function parseModel(json: unknown): {
  topology: object;
  paths: string[];
  weightSpecs: tf.io.WeightsManifestEntry[];
} {
  const { modelTopology, weightsManifest } = object('model.json', json);
  if (!Array.isArray(weightsManifest)) throw damaged('model.json weightsManifest', 'list', 'none');
  const groups = weightsManifest.map((group) => object('model.json weightsManifest', group));
  return {
    topology: object('model.json modelTopology', modelTopology),
    paths: groups.flatMap(({ paths }) => array('model.json paths', paths).map(String)),
    weightSpecs: groups.flatMap(({ weights }) =>
      array('model.json weights', weights).map(parseSpec),
    ),
  };
}

function parseSpec(value: unknown): tf.io.WeightsManifestEntry {
  const { name, shape, dtype, quantization } = object('model.json weights', value);
  const what = `model.json weights ${String(name)}`;
  if (typeof name !== 'string') throw damaged(what, 'name', typeof name);
  if (dtype !== 'float32' || quantization !== undefined)
    throw damaged(what, 'float32, not quantized', String(dtype));
  return { name, dtype, shape: array(what, shape).map(Number) };
}

function checkLength(
  paths: readonly string[],
  got: number,
  specs: readonly tf.io.WeightsManifestEntry[],
): void {
  const wanted = specs.reduce((sum, { shape }) => sum + 4 * shape.reduce((a, b) => a * b, 1), 0);
  if (got !== wanted) throw damaged(paths.join(', '), `${wanted} bytes`, `${got} bytes`);
}

function join(parts: readonly ArrayBuffer[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return whole.buffer;
}

function object(what: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw damaged(what, 'object', value === undefined ? 'nothing' : typeof value);
  return Object.fromEntries(Object.entries(value));
}

function array(what: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw damaged(what, 'list', typeof value);
  return value;
}

function damaged(what: string, allowed: string, got: string): Problem {
  return new Problem('model-damaged', { what, allowed, got });
}
