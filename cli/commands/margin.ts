import { stabilityMargin } from '../../src/engine/margin.ts';
import { show, untiring } from '../messages.ts';
import { basisJson, oneResult } from '../oneResult.ts';
import { ATTRIBUTION_OPTIONS, STABILITY_OPTIONS } from '../settings.ts';
import { readArguments } from '../usage.ts';

/**
 * `margin IMAGE --model ID|DIR --method M [--perturbation P --strength S | --dx X --dy Y] [--k K --w W --seed N]`: from which strength on the
 * verdict is another one, with every strength visited. Of the strength only the side counts, of the shift the direction.
 */
export async function margin(args: readonly string[]): Promise<void> {
  const given = readArguments(args, [...ATTRIBUTION_OPTIONS, ...STABILITY_OPTIONS]);
  const started = performance.now();
  const result = await oneResult('margin', given);
  const { engine, settings, input, analysis } = result;
  const { targetClass, gradientCheck, parity } = analysis;
  const request = { input, settings, targetClass, gradientCheck, parity };
  const found = await stabilityMargin(engine, request, untiring);
  show({ ...basisJson(result), ...found, durationMs: performance.now() - started });
}
