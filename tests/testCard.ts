import type { ModelCard } from '../src/domain/model.ts';

/** A card for tests that need a model's facts but no model. */
export function testCard(id = 'test', side = 28): ModelCard {
  return {
    id,
    name: { en: id, ja: id },
    input: { height: side, width: side, channels: 1, range: [0, 1], fit: 'stretch' },
    classes: [
      { en: 'ok', ja: '良品' },
      { en: 'scratch', ja: 'キズ' },
    ],
    lastSpatialLayer: 'conv',
    totalStride: 4,
    data: {
      name: 'none',
      licence: 'none',
      citation: '',
      split: '',
      trainingPictures: 0,
      testPictures: 0,
    },
    regime: 'natural',
    hyperparameters: {},
    seed: 1,
    parameters: 1,
    accuracy: {
      measure: 'accuracy',
      clean: 1,
      perClass: [1, 1],
      keptUnderNoise: null,
      underPgd: null,
      remark: { en: '', ja: '' },
    },
    sha256: '',
    codeVersion: '0',
  };
}
