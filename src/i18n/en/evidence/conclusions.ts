import { midSentence as mid } from './midSentence.ts';

interface Random {
  readonly score: string;
  readonly epsilon: string;
  readonly noise: string;
  readonly noiseValue: string;
  readonly attack: string;
  readonly attackValue: string;
}
const beside = (n: Random) =>
  `At ε = ${n.epsilon}, ${mid(n.noise)} alone takes ${mid(n.score)} to ${n.noiseValue} and the strongest attack (${mid(n.attack)}) to ${n.attackValue}`;

interface Gains {
  readonly change: string;
  readonly score: string;
  readonly regime: string;
  readonly small: string;
  readonly large: string;
}
const gains = (n: Gains) =>
  `Under ${n.change}, ${n.regime} training adds ${n.small} to ${mid(n.score)} with few training pictures and ${n.large} with many`;

interface Window {
  readonly score: string;
  readonly k: string;
  readonly from: string;
  readonly to: string;
  readonly valueFrom: string;
  readonly valueTo: string;
  readonly chanceFrom: string;
  readonly chanceTo: string;
  readonly best: string;
  readonly corrected: string;
}
const widened = (n: Window) =>
  `At k = ${n.k}, widening the window from ${n.from} to ${n.to} takes ${mid(n.score)} from ${n.valueFrom} to ${n.valueTo}, and chance from ${n.chanceFrom} to ${n.chanceTo}`;

interface Shifts {
  readonly score: string;
  readonly from: string;
  readonly to: string;
  readonly raw: string;
  readonly aligned: string;
}
const shifted = (n: Shifts) =>
  `Over shifts of ${n.from} to ${n.to}, ${mid(n.score)} is ${n.raw} on average as it stands and ${n.aligned} with the motion undone`;

interface Methods {
  readonly score: string;
  readonly change: string;
  readonly best: string;
  readonly bestValue: string;
  readonly worst: string;
  readonly worstValue: string;
}

/** Conclusions of the experiments; every number in them is computed. */
export const conclusions = {
  against: {
    better: (n: { arms: string }) => `better for ${n.arms}`,
    worse: (n: { arms: string }) => `worse for ${n.arms}`,
    same: (n: { arms: string }) => `no difference is shown for ${n.arms}`,
    arm: (n: { name: string; value: string }) => `${n.name} ${n.value}`,
    spun: (n: { model: string; spins: string }) => `${n.model} spun over ${n.spins} phases`,
    join: '; ',
    end: '.',
  },
  randomAgainstAttack: {
    weaker: (n: Random & { share: string }) =>
      `${beside(n)}: ${n.share} of that loss needs no attacker.`,
    same: (n: Random) =>
      `${beside(n)}: the intervals overlap, so no difference between noise and attack is shown.`,
    stronger: (n: Random) => `${beside(n)}: noise alone takes more than any attack.`,
  },
  falseAlarms: {
    best: (n: { score: string; auc: string; epsilon: string }) =>
      `At ε = ${n.epsilon}, ${mid(n.score)} tells attacked from harmlessly changed heatmaps best: AUC ${n.auc}`,
    tie: (n: { score: string; auc: string; epsilon: string; others: string }) =>
      `At ε = ${n.epsilon}, ${mid(n.score)} tells attacked from harmlessly changed heatmaps best, AUC ${n.auc}, but no difference is shown from ${n.others}`,
    blind: (n: { score: string; auc: string; epsilon: string }) =>
      `At ε = ${n.epsilon}, no score is shown to tell attacks from harmless changes better than a tossed coin; the best is ${mid(n.score)}, AUC ${n.auc}`,
    alarms: (n: { loudest: string; loud: string; best: string; quiet: string }) =>
      `; set to catch 95 % of the attacks, ${mid(n.loudest)} cries wolf at ${n.loud} of the harmless changes, ${mid(n.best)} at ${n.quiet}`,
    topKBlind: (n: { score: string; auc: string }) =>
      `; ${mid(n.score)} cannot tell them apart: AUC ${n.auc}`,
    end: '.',
  },
  regimes: {
    both: (n: { first: string; second: string }) => `${n.first} ${n.second}`,
    base: (n: { change: string; score: string; model: string; value: string }) =>
      `Under ${n.change}, ${mid(n.score)} of ${n.model} is ${n.value}: `,
  },
  dataSize: {
    fades: (n: Gains) => `${gains(n)}: the advantage fades with the size of the training set.`,
    grows: (n: Gains) => `${gains(n)}: the advantage grows with the size of the training set.`,
    same: (n: Gains) => `${gains(n)}: no difference between the two is shown.`,
  },
  windowAndK: {
    peak: (n: Window) =>
      `${widened(n)}: corrected for chance it is best at w = ${n.best}, ${n.corrected}.`,
    wider: (n: Window) =>
      `${widened(n)}: corrected for chance a wider window helps; highest at w = ${n.best}, ${n.corrected}.`,
    narrower: (n: Window) =>
      `${widened(n)}: corrected for chance wide windows lose; highest at w = ${n.best}, ${n.corrected}.`,
    flat: (n: Window) =>
      `${widened(n)}: corrected for chance no radius is shown to be better; highest at w = ${n.best}, ${n.corrected}.`,
  },
  shifts: {
    better: (n: Shifts & { share: string }) =>
      `${shifted(n)}: ${n.share} of what a shift takes is only motion.`,
    same: (n: Shifts) => `${shifted(n)}: no difference is shown, the loss is more than motion.`,
    worse: (n: Shifts) => `${shifted(n)}: undoing the motion makes it worse.`,
  },
  methods: {
    best: (n: Methods) =>
      `Under ${n.change}, ${n.best} is the steadiest by ${mid(n.score)}, ${n.bestValue}; the least steady is ${n.worst}, ${n.worstValue}.`,
    tie: (n: Methods & { others: string }) =>
      `Under ${n.change}, ${n.best} is the steadiest by ${mid(n.score)}, ${n.bestValue}, but no difference is shown from ${n.others}; the least steady is ${n.worst}, ${n.worstValue}.`,
    none: (n: Methods) =>
      `Under ${n.change}, no method is shown to be steadier than another by ${mid(n.score)}: from ${n.worst}, ${n.worstValue}, to ${n.best}, ${n.bestValue}.`,
  },
  antialiasing: {
    base: (n: {
      from: string;
      to: string;
      score: string;
      frame: string;
      model: string;
      value: string;
    }) =>
      `Over shifts of ${n.from} to ${n.to}, ${mid(n.score)} (${mid(n.frame)}) of ${n.model} is ${n.value} on average: `,
  },
};
