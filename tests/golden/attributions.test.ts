import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttributionSettings, MethodId } from '../../src/domain/attribution.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { forward } from '../../src/engine/attribution/forward.ts';
import { ATTRIBUTION } from '../../src/engine/attribution/registry.ts';
import { startBackend } from '../../src/engine/backend/startBackend.ts';
import { tf } from '../../src/engine/backend/tf.ts';
import { type LoadedModel, toModelRange } from '../../src/engine/model/loadedModel.ts';
import {
  floatsOf,
  type GoldenAttributions,
  type GoldenSettings,
  goldenAttributions,
  goldenInputs,
  goldenModel,
} from './goldenAttributions.ts';

/** Of the range of Captum's array: float32 in another order of sums stays far below. */
const TOLERANCE = 1e-4;

interface Row {
  /** Name of the arrays in the files. */
  readonly array: string;
  readonly method: MethodId;
  /** Our settings for those of the file, where they have other names. */
  readonly settings?: (golden: GoldenSettings) => Partial<AttributionSettings>;
}

/** One row per array that one of our methods must give. */
const ROWS: readonly Row[] = [
  { array: 'gradient', method: 'gradient' },
  { array: 'inputXGradient', method: 'inputXGradient' },
  { array: 'integratedGradients', method: 'integratedGradients' },
  { array: 'smoothGrad', method: 'smoothGrad' },
  { array: 'expectedGradients', method: 'expectedGradients' },
  { array: 'deepLift', method: 'deepLift' },
  { array: 'lrpZPlus', method: 'lrp' },
  { array: 'guidedBackprop', method: 'guidedBackprop' },
  { array: 'deconvolution', method: 'deconvolution' },
  { array: 'gradCam', method: 'gradCam' },
  { array: 'guidedGradCam', method: 'guidedGradCam' },
  {
    array: 'occlusion',
    method: 'occlusion',
    settings: ({ patch, stride, baseline = 'black', ...same }) => ({
      ...same,
      cover: baseline,
      ...(patch ? { occlusionPatch: patch } : {}),
      ...(stride ? { occlusionStride: stride } : {}),
    }),
  },
];

const checkpoint = () => Promise.resolve();

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  beforeAll(async () => {
    expect(await startBackend({ ask: backend })).toMatchObject({ id: backend });
  });

  describe.each(goldenAttributions())('Captum, $name: $about', (golden) => {
    const pictures = goldenInputs(golden);
    let model: LoadedModel;
    beforeAll(async () => {
      model = await goldenModel(golden);
    });
    afterAll(() => model.dispose());

    it('it is the network the arrays were made with', async () => {
      if ('sha256' in golden.network) expect(model.card.sha256).toBe(golden.network.sha256);
      const points = pictures.map(({ values }) => toModelRange(values, model.card.input));
      const logits = await forward(model, points, checkpoint);
      const { inputs } = golden;
      expect(logits.flatMap((row) => Array.from(row))).toEqual(
        inputs.flatMap((input) => input.logits.map((v): unknown => expect.closeTo(v, 4))),
      );
    });

    it.each(ROWS)('$array', async (row) => {
      const { arrays } = golden.methods[row.array];
      const before = tf.memory().numTensors;
      for (const [i, { channels, values }] of arrays.entries()) {
        const got = await attribute(row, golden, model, i);
        expect(got.channels).toBe(channels);
        expect(shareOfRange(got.values, floatsOf(values))).toBeLessThanOrEqual(TOLERANCE);
      }
      expect(tf.memory().numTensors).toBe(before);
    });
  });
});

async function attribute(row: Row, golden: GoldenAttributions, model: LoadedModel, input: number) {
  const { settings } = golden.methods[row.array];
  const [attribution] = await ATTRIBUTION[row.method]({
    model,
    inputs: [goldenInputs(golden)[input]],
    targetClass: golden.inputs[input].targetClass,
    settings: {
      ...defaultSettings(model.card).attribution,
      ...(row.settings?.(settings) ?? settings),
      method: row.method,
    },
    seed: golden.seed,
    checkpoint,
  });
  return attribution;
}

/** max |Δ| over max − min of the golden array; NaN, which is no match, where the lengths differ. */
function shareOfRange(got: Float32Array, wanted: Float32Array): number {
  if (got.length !== wanted.length) return Number.NaN;
  const range = Math.max(...wanted) - Math.min(...wanted);
  return Math.max(...wanted.map((value, i) => Math.abs(got[i] - value))) / range;
}
