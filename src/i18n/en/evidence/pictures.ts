import type { VerdictId } from '../../../domain/score.ts';

const verdicts: Record<VerdictId, string> = {
  stable: 'Stable',
  movedWithPart: 'Moved with the part',
  changed: 'Changed',
  noBetterThanChance: 'No better than chance',
  void: 'Decision changed',
  cannotTell: 'Cannot tell',
};

/** The user's own folder of pictures. */
export const pictures = {
  title: 'Run this on my pictures',
  about:
    'Every picture of a folder under the changes of your line, judged as on Compare and ranked worst first. The pictures stay on this machine.',
  restoring: 'Looking for the last folder…',
  drop: 'Drop a folder of pictures here',
  dropNow: 'Let go to take these pictures',
  chooseFolder: 'Choose a folder',
  chooseFiles: 'Choose pictures',
  labels:
    'Sub-folders named like the model’s classes count as labels. A file part.mask.png beside part.png is left out.',
  several: (n: { count: string }) => `Pictures: ${n.count}`,
  held: (n: { count: string }) => `pictures: ${n.count}`,
  leftOut: (n: { others: string; masks: string }) =>
    `left out: masks ${n.masks}, other files ${n.others}`,
  another: 'Another folder',
  forget: 'Forget this folder',
  replaces: (n: { name: string; count: string; old: string }) =>
    `“${n.name}” (${n.count} pictures) takes the place of “${n.old}”, whose results are dropped.`,
  replace: 'Take the new folder',
  forgets: (n: { old: string }) => `The pictures and results of “${n.old}” are dropped.`,
  forgetYes: 'Forget it',
  keepOld: 'Keep what is there',
  notKept:
    'This browser could not keep the pictures: after a reload choose the folder again. Export what you need before.',
  lost: (n: { count: string; total: string }) =>
    `The browser did not keep ${n.count} of the ${n.total} pictures. Choose the same folder again to open or judge them; what was computed stays.`,
  plan: 'With the settings of Compare',
  planModel: 'Model',
  planMethod: 'Method',
  planScores: 'Scores',
  planScore: (n: { k: string; w: string }) => `k = ${n.k}, w = ${n.w} px`,
  changes: 'Changes to every picture',
  asOnCompare: (n: { change: string }) => `As on Compare: ${n.change}`,
  noChange: 'Choose at least one change.',
  start: (n: { count: string }) => `Run ${n.count} pictures`,
  startAgain: 'Run again',
  otherSettings: 'Run again with other settings',
  otherSettingsNote: 'Replaces the results above.',
  running: 'Judging',
  progress: 'Pictures judged',
  count: (n: { done: string; total: string }) => `${n.done} of ${n.total} pictures`,
  remaining: (n: { time: string }) => `about ${n.time} left`,
  cancel: 'Stop',
  stopped: (n: { done: string; total: string }) =>
    `Stopped at ${n.done} of ${n.total} pictures. What was computed is kept.`,
  goOn: 'Go on',
  done: (n: { total: string }) => `All ${n.total} pictures are judged.`,
  otherProgram:
    'These results come from another version of the program or of the model. They can be looked at, but not gone on with.',
  computedWith: (n: { backend: string; tfjs: string; version: string; seed: string }) =>
    `Jitterscope ${n.version}, TensorFlow.js ${n.tfjs} on ${n.backend}, seed ${n.seed}`,
  verdicts,
  failed: 'Could not be judged',
  summary: 'What they show',
  keep: (n: { count: string; share: string; total: string }) =>
    `${n.count} of ${n.total} explanations (${n.share}) keep to the part.`,
  turn: (n: { count: string; share: string }) =>
    `In ${n.count} (${n.share}) the explanation changes although the decision stays.`,
  decide: (n: { count: string; share: string }) =>
    `In ${n.count} (${n.share}) the decision itself changes.`,
  untold: (n: { count: string; share: string }) =>
    `Of ${n.count} (${n.share}) nothing can be said.`,
  bars: (n: { change: string }) => `Verdicts: ${n.change}`,
  agreement: (n: { value: string; low: string; high: string }) =>
    `Mean agreement ${n.value} (95 % interval ${n.low} to ${n.high}).`,
  right: (n: { before: string; after: string; total: string }) =>
    `Of ${n.total} labelled pictures the model has ${n.before} right before the change and ${n.after} after it.`,
  table: 'Pictures, worst first',
  filterVerdict: 'Verdict',
  filterChange: 'Change',
  all: (n: { count: string }) => `All (${n.count})`,
  oneVerdict: (n: { name: string; count: string }) => `${n.name} (${n.count})`,
  anyChange: 'All changes',
  columns: {
    picture: 'Picture',
    change: 'Change',
    verdict: 'Verdict',
    agreement: 'Agreement',
    decision: 'Decision',
    topK: 'Top-k',
    lens: 'LENS recall',
    aligned: 'LENS recall, motion undone',
  },
  agreementNote:
    'Agreement: the largest threshold at which the scores, corrected for chance, still agree. 1 is the same heatmap, 0 is chance.',
  open: (n: { picture: string }) => `Open ${n.picture} on Compare`,
  turned: (n: { before: string; after: string }) => `${n.before} → ${n.after}`,
  more: (n: { count: string }) => `Show ${n.count} more`,
  shown: (n: { shown: string; total: string }) => `${n.shown} of ${n.total} rows`,
  none: 'No picture has this verdict.',
  calibration: {
    heading: 'Calibrate by these pictures',
    about:
      'If all the changes of this run are harmless on your line: chooses k, w and the thresholds of the verdict so that no more than this share of pictures raises a false alarm. Takes about as long as the run.',
    rate: 'False-alarm rate (%)',
    rateHelp:
      'The largest share of pictures whose harmless changes may be called a change of the explanation. The smaller it is, the more pictures it takes.',
    name: 'Name of the profile',
    start: 'Calibrate',
    running: 'Calibrating',
    progress: 'Pictures measured',
    result: (n: { rate: string; pictures: string; k: string; w: string }) =>
      `k = ${n.k}, w = ${n.w} px: at most ${n.rate} false alarms, measured on ${n.pictures} pictures.`,
    thresholds: (n: { agree: string; chance: string }) =>
      `Corrected scores count as agreeing from ${n.agree}, as chance up to ${n.chance}.`,
    missed: (n: { share: string }) =>
      `Heatmaps of other pictures, which have nothing to do with these, would pass as agreeing in ${n.share} of the cases.`,
    take: 'Use on Compare',
    taken: 'In use on Compare.',
    save: 'Save as a file',
    keep: 'Keep in this browser',
    kept: 'Kept in this browser.',
    notKept: 'This browser keeps nothing: its storage is full or switched off.',
  },
  csv: 'Table (CSV)',
  json: 'Everything (JSON)',
};
