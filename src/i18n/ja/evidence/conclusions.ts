import type { EvidenceCatalogue } from '../../evidence.ts';
import { leading, spaced } from './spaced.ts';

type Texts = EvidenceCatalogue['conclusions'];
type Numbers<Text> = Text extends (n: infer N) => string ? N : never;

const beside = (n: Numbers<Texts['randomAgainstAttack']['same']>) =>
  `ε = ${n.epsilon} のとき、${leading(n.score)}は「${n.noise}」だけで ${n.noiseValue}、最も強い攻撃（${n.attack}）で ${n.attackValue} まで下がります`;

const gains = (n: Numbers<Texts['dataSize']['same']>) =>
  `${n.change}のとき、${n.regime} 学習で上がる${spaced(n.score)}は、学習画像が少ない場合 ${n.small}、多い場合 ${n.large} です`;

const widened = (n: Numbers<Texts['windowAndK']['flat']>) =>
  `k = ${n.k} で窓を ${n.from} から ${n.to} に広げると、${leading(n.score)}は ${n.valueFrom} から ${n.valueTo} に、偶然水準は ${n.chanceFrom} から ${n.chanceTo} になります`;

const shifted = (n: Numbers<Texts['shifts']['same']>) =>
  `${n.from}～${n.to} のシフトの平均で、${leading(n.score)}はそのままで ${n.raw}、位置合わせ後で ${n.aligned} です`;

export const conclusions: Texts = {
  against: {
    better: (n) => `${n.arms}では高くなりました`,
    worse: (n) => `${n.arms}では低くなりました`,
    same: (n) => `${n.arms}では差が確認できません`,
    arm: (n) => `${n.name}${n.name.endsWith('）') ? '' : ' '}${n.value}`,
    spun: (n) => `${n.model}（${n.spins} 位相で平均）`,
    join: '。',
    end: '。',
  },
  randomAgainstAttack: {
    weaker: (n) => `${beside(n)}。低下の ${n.share} は攻撃なしで生じます。`,
    same: (n) => `${beside(n)}。信頼区間が重なり、ノイズと攻撃の差は確認できません。`,
    stronger: (n) => `${beside(n)}。ノイズだけのほうが、どの攻撃よりも大きく変化します。`,
  },
  falseAlarms: {
    best: (n) =>
      `ε = ${n.epsilon} のとき、攻撃と無害な変化を最もよく見分けるのは${spaced(n.score)}です（AUC ${n.auc}）`,
    tie: (n) =>
      `ε = ${n.epsilon} のとき、攻撃と無害な変化を最もよく見分けるのは${spaced(n.score)}ですが（AUC ${n.auc}）、${leading(n.others)}との差は確認できません`,
    blind: (n) =>
      `ε = ${n.epsilon} のとき、攻撃と無害な変化を偶然より良く見分けるといえるスコアはありません。最も高いのは${spaced(n.score)}（AUC ${n.auc}）です`,
    alarms: (n) =>
      `。攻撃の 95% を検出する設定では、無害な変化に対する誤警報は${spaced(n.loudest)}で ${n.loud}、${leading(n.best)}で ${n.quiet} です`,
    topKBlind: (n) => `。${leading(n.score)}では見分けられません（AUC ${n.auc}）`,
    end: '。',
  },
  regimes: {
    both: (n) => `${n.first}${n.second}`,
    base: (n) => `${n.change}のとき、${leading(n.model)}の${spaced(n.score)}は ${n.value} です。`,
  },
  dataSize: {
    fades: (n) => `${gains(n)}。学習画像が増えると、効果は小さくなります。`,
    grows: (n) => `${gains(n)}。学習画像が増えると、効果は大きくなります。`,
    same: (n) => `${gains(n)}。両者の差は確認できません。`,
  },
  windowAndK: {
    peak: (n) => `${widened(n)}。偶然補正値は w = ${n.best} で最も高く、${n.corrected} です。`,
    wider: (n) =>
      `${widened(n)}。偶然補正値も窓を広げると上がり、w = ${n.best} で最も高く、${n.corrected} です。`,
    narrower: (n) =>
      `${widened(n)}。偶然補正値は広い窓で下がり、w = ${n.best} で最も高く、${n.corrected} です。`,
    flat: (n) =>
      `${widened(n)}。偶然補正値では w による差は確認できません（最高は w = ${n.best}、${n.corrected}）。`,
  },
  shifts: {
    better: (n) => `${shifted(n)}。低下の ${n.share} は、単に位置が動いたことによるものです。`,
    same: (n) => `${shifted(n)}。差は確認できず、低下は位置の動きだけでは説明できません。`,
    worse: (n) => `${shifted(n)}。位置合わせをすると、かえって悪くなります。`,
  },
  methods: {
    best: (n) =>
      `${n.change}のとき、${leading(n.score)}が最も安定しているのは${spaced(n.best)}（${n.bestValue}）、最も不安定なのは${spaced(n.worst)}（${n.worstValue}）です。`,
    tie: (n) =>
      `${n.change}のとき、${leading(n.score)}が最も安定しているのは${spaced(n.best)}（${n.bestValue}）ですが、${leading(n.others)}との差は確認できません。最も不安定なのは${spaced(n.worst)}（${n.worstValue}）です。`,
    none: (n) =>
      `${n.change}のとき、${leading(n.score)}では手法による差が確認できません（${n.worst} ${n.worstValue} から ${n.best} ${n.bestValue} まで）。`,
  },
  antialiasing: {
    base: (n) =>
      `${n.from}～${n.to} のシフトの平均で、${leading(n.model)}の${spaced(n.score)}（${n.frame}）は ${n.value} です。`,
  },
};
