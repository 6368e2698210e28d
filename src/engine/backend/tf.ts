/**
 * The only door to TensorFlow.js. Everything above imports `tf` from here, so that no op runs
 * before its gradients are registered and those that are wrong, missing or slow are replaced.
 */
import { repairGradients } from './repairs.ts';
import { repairLayers } from './unfusedLayers.ts';

export { layers, tf } from './core.ts';

repairGradients();
repairLayers();
