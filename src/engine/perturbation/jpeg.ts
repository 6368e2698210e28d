import { jpegCodec } from './jpegCodec.ts';
import type { PerturbationMethod } from './perturbationMethod.ts';

/**
 * The picture stored as a JPEG file of quality `strength` and read again: rounded to 8 bits, encoded by
 * MozJPEG (baseline, the standard's tables, the subsampling of colours it chooses: 4:2:0 below 80, 4:2:2
 * below 90, none from there; a grey picture has none to lose), decoded. Quality 100 is
 * not the identity: tables of 1 still round every coefficient, and MozJPEG weighs bits against errors.
 * @throws Problem `codec-missing`
 */
export const jpeg: PerturbationMethod = async (input, { strength }) => {
  const { height, width, channels, values } = input;
  const data = new Uint8ClampedArray(4 * height * width).fill(255);
  for (let i = 0; i < height * width; i++)
    for (let c = 0; c < 3; c++)
      data[4 * i + c] = Math.round(255 * values[channels * i + (channels === 1 ? 0 : c)]);
  const codec = await jpegCodec();
  const bytes = await codec.encode({ data, height, width }, strength);
  const decoded = (await codec.decode(bytes)).data;
  return Float64Array.from(
    values,
    (_, i) => decoded[4 * Math.floor(i / channels) + (i % channels)] / 255,
  );
};
