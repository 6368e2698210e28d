import type { BackendInfo, GradientCheck } from '../domain/backend.ts';
import type { Attribution } from './attribution/attributionMethod.ts';
import { createLru, type Lru } from './lru.ts';
import type { LoadedModel } from './model/loadedModel.ts';

/** A backend that runs, a model on it, and what both have computed so far. */
export interface Engine {
  readonly backend: BackendInfo;
  readonly model: LoadedModel;
  /** Only a cache: losing it loses time, never an answer. */
  readonly cache: StageCache;
}

/** Results of the stages, by their own settings and the content of the picture they worked on. */
export interface StageCache {
  readonly logits: Lru<Float32Array>;
  readonly checks: Lru<GradientCheck>;
  /** Unreduced, so that another channel reduction computes no gradient; reduced where maps were averaged. */
  readonly attributions: Lru<Attribution>;
}

/** Bytes of attributions kept: a shift map out to ±8 of a 224×224 grey model, some 1,000 maps of 96×96. */
const ATTRIBUTION_BYTES = 64 * 1024 * 1024;
const LOGITS_BYTES = 1024 * 1024;
const CHECKS = 64;

/** An engine with an empty memory. One per model: another model is another engine. */
export function createEngine(backend: BackendInfo, model: LoadedModel): Engine {
  return {
    backend,
    model,
    cache: {
      logits: createLru(LOGITS_BYTES, (logits) => logits.byteLength),
      checks: createLru(CHECKS, () => 1),
      attributions: createLru(ATTRIBUTION_BYTES, ({ values }) => values.byteLength),
    },
  };
}
