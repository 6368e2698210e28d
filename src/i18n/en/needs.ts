import type { MethodNeed } from '../../domain/attribution.ts';

/** Why a method cannot run with a model, as the end of a sentence. */
export const needs: Record<MethodNeed, (n: { got: string }) => string> = {
  gradient: ({ got }) =>
    got ? `its operation ${got} has no gradient` : 'its output has no gradient',
  relu: () => 'it has no ReLU',
  switches: () => 'without max pooling its map would be the same for every picture',
  spatialLayer: () => 'it has no layer with height and width',
  layerRules: ({ got }) => (got ? `no rule for its layer ${got}` : 'its layers are not known'),
};
