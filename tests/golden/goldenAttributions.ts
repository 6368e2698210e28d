import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AttributionSettings } from '../../src/domain/attribution.ts';
import type { ModelCard } from '../../src/domain/model.ts';
import type { ModelInput } from '../../src/domain/picture.ts';
import { layers, type tf } from '../../src/engine/backend/tf.ts';
import type { LoadedModel } from '../../src/engine/model/loadedModel.ts';
import { asLoadedModel, loadModel } from '../../src/engine/model/loadModel.ts';
import { testCard } from '../testCard.ts';

/** Bytes in base64; float32 little-endian unless said otherwise. */
type Packed = string;

/** Under our names, but for the patch of occlusion and its stride. */
export type GoldenSettings = Partial<AttributionSettings> & {
  readonly patch?: number;
  readonly stride?: number;
};

interface GoldenMethod {
  /** The class of Captum and how it was called. */
  readonly captum: string;
  readonly settings: GoldenSettings;
  /** `[height, width, channels]` for each input. */
  readonly arrays: readonly { readonly channels: number; readonly values: Packed }[];
}

/** A network whose weights stand in the file, or a shipped one by its sum. */
type GoldenNetwork =
  | { readonly sha256: string }
  | {
      readonly topology: object;
      readonly weights: readonly {
        readonly name: string;
        readonly shape: number[];
        readonly values: Packed;
      }[];
    };

/** One file of `attributions/`, as `make_attributions.py` writes it. */
export interface GoldenAttributions {
  readonly name: string;
  readonly about: string;
  readonly seed: number;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly range: readonly [number, number];
  readonly classes: number;
  readonly lastSpatialLayer: string;
  readonly network: GoldenNetwork;
  readonly inputs: readonly {
    /** uint8, value / 255 is the pixel scale. */
    readonly bytes: Packed;
    readonly targetClass: number;
    readonly logits: readonly number[];
  }[];
  readonly methods: Readonly<Record<string, GoldenMethod>>;
}

/** Every file, in the order of the names. */
export function goldenAttributions(): GoldenAttributions[] {
  const files = import.meta.glob<GoldenAttributions>('./attributions/*.json', {
    eager: true,
    import: 'default',
  });
  return Object.keys(files)
    .sort()
    .map((file) => files[file]);
}

/** The network of a file as the engine takes it, on the backend that runs now. */
export async function goldenModel(golden: GoldenAttributions): Promise<LoadedModel> {
  const { network } = golden;
  if ('sha256' in network) return loadModel((file) => readShipped(golden.name, file));
  const weightSpecs = network.weights.map(
    ({ name, shape }): tf.io.WeightsManifestEntry => ({ name, shape, dtype: 'float32' }),
  );
  const weightData = Uint8Array.from(
    network.weights.flatMap(({ values }) => Array.from(bytesOf(values))),
  ).buffer;
  const modelTopology = network.topology;
  const load = () => Promise.resolve({ modelTopology, weightSpecs, weightData });
  return asLoadedModel(cardOf(golden), await layers.loadLayersModel({ load }));
}

/** The pictures of a file, pixel scale. */
export const goldenInputs = ({ height, width, channels, inputs }: GoldenAttributions) =>
  inputs.map(
    ({ bytes }): ModelInput => ({
      height,
      width,
      channels,
      values: Float32Array.from(bytesOf(bytes), (value) => value / 255),
    }),
  );

/** Packed float32 values. */
export const floatsOf = (packed: Packed): Float32Array =>
  new Float32Array(Uint8Array.from(bytesOf(packed)).buffer);

const bytesOf = (packed: Packed): Uint8Array => Buffer.from(packed, 'base64');

function cardOf(golden: GoldenAttributions): ModelCard {
  const { name, height, width, channels, range, lastSpatialLayer } = golden;
  const blank = testCard(name);
  return {
    ...blank,
    input: { height, width, channels, range, fit: 'stretch' },
    classes: Array.from({ length: golden.classes }, () => blank.name),
    lastSpatialLayer,
  };
}

async function readShipped(model: string, file: string): Promise<ArrayBuffer> {
  const url = new URL(`../../public/models/${model}/${file}`, import.meta.url);
  return Uint8Array.from(await readFile(fileURLToPath(url))).buffer;
}
