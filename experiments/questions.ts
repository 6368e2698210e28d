import type { ExperimentId } from '../src/domain/evidence.ts';
import type { Column } from './cells.ts';
import { attacks, trainingEpsilon } from './measurements/attacks.ts';
import { longShifts } from './measurements/longShifts.ts';
import { methods } from './measurements/methods.ts';
import { shifts } from './measurements/shifts.ts';
import { windows } from './measurements/windows.ts';
import { asMeasured, type Question } from './question.ts';
import { falseAlarms } from './questions/falseAlarms.ts';

const NATURAL = ['surface-natural', 'fashion-natural'];

/** Regimes are compared where they were trained. */
const atTrainingEpsilon = ({ at }: Column): boolean =>
  at.epsilon === trainingEpsilon(String(at.model));

/** E1 to E8 by name. */
export const QUESTIONS: Readonly<Record<ExperimentId, Question>> = {
  /** E1: what do noise, a random walk and three attacks of the same ε leave of the explanation? */
  randomAgainstAttack: {
    id: 'randomAgainstAttack',
    measurement: attacks,
    models: NATURAL,
    answer: asMeasured,
  },
  falseAlarms,
  /** E3: the same at the training ε, for networks trained naturally, against PGD and by IG-SUM-NORM. */
  regimes: {
    id: 'regimes',
    measurement: attacks,
    models: [
      'surface-natural',
      'surface-pgd',
      'surface-ig-sum-norm',
      'fashion-natural',
      'fashion-pgd',
      'fashion-ig-sum-norm',
    ],
    answer: (columns) => asMeasured(columns.filter(atTrainingEpsilon)),
  },
  /** E4: does training against PGD help at 1,000 and at 60,000 pictures? */
  dataSize: {
    id: 'dataSize',
    measurement: attacks,
    models: ['fashion-small-natural', 'fashion-small-pgd', 'fashion-natural', 'fashion-pgd'],
    answer: (columns) => asMeasured(columns.filter(atTrainingEpsilon)),
  },
  /** E5: value and chance from w = 0 to 7 and k from 0.5 % to 20 %. */
  windowAndK: {
    id: 'windowAndK',
    measurement: windows,
    models: NATURAL,
    answer: asMeasured,
  },
  /** E6: how much of what a shift takes comes back when the motion is undone? */
  shifts: { id: 'shifts', measurement: shifts, models: NATURAL, answer: asMeasured },
  /** E7: methods side by side, and whether their maps can be believed. */
  methods: { id: 'methods', measurement: methods, models: NATURAL, answer: asMeasured },
  /** E8: does the heatmap follow the part when strides are blurred, or the map is spun over every phase? */
  antialiasing: {
    id: 'antialiasing',
    measurement: longShifts,
    models: ['surface-natural', 'surface-antialiased', 'surface-pgd'],
    answer: asMeasured,
  },
};
