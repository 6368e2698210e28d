import { BELIEF_LIMITS } from '../../../domain/belief.ts';
import type { StudyCatalogue } from '../../studies.ts';

const { completeness, latticeShare, noiseFloor, agreement, randomisation } = BELIEF_LIMITS;
const better = '9 通りの無作為な順位のすべてより良ければ合格、平均より良いだけなら要注意です。';

export const belief: StudyCatalogue['belief'] = {
  title: 'このヒートマップは信用できるか',
  about:
    'ヒートマップは安定していても誤っていることがあります。判定の根拠を本当に示しているかを調べます。',
  empty:
    '8 項目を調べます。全部で数秒から数十秒、画像の一部を隠す手法では数分かかります。速いものから順に、結果が出しだい表示します。',
  summary: (n) =>
    `合格 ${n.pass} · 要注意 ${n.doubtful} · 不合格 ${n.fail} · 判断できない ${n.cannotSay}`,
  list: '確認項目',
  pending: '計算しています…',
  notReached: '未計算',
  source: '出典',
  ownLimits: '判定の境界値は本ソフト独自のものです。論文には示されていません。',
  verdicts: { pass: '合格', doubtful: '要注意', fail: '不合格', cannotSay: '判断できません' },
  byId: {
    completeness: {
      name: '完全性ギャップ',
      about:
        'ヒートマップの合計が、手法の性質どおり、画像によって増えた出力と一致するかを調べます。',
      limits: `${100 * completeness.pass}% まで合格、${100 * completeness.doubtful}% まで要注意です。`,
      source: 'Sundararajan, Taly, Yan 2017',
      number: (n) => `ギャップ ${n.value}（理想は ${n.mean}）`,
    },
    latticeShare: {
      name: '格子成分の割合',
      about:
        'ヒートマップのうち、ネットワークのストライドごとに繰り返す成分の割合です。画像ではなく、ネットワークの間引きの格子を表します。',
      limits: `格子の各セル内で位置をずらした同じヒートマップと比べます。差が ${100 * latticeShare.pass}% まで合格、${100 * latticeShare.doubtful}% まで要注意です。`,
      source: '本ソフト独自（エイリアシング：Azulay, Weiss 2019）',
      number: (n) => `${n.value}（ずらした場合 ${n.mean} ± ${n.spread}）`,
    },
    pointing: {
      name: 'ポインティングゲーム',
      about: '最も強い画素が、指定した欠陥の上にあるかを調べます。',
      limits: '窓の半径 w 以内の外れは要注意です。画像の半分を超えるマスクでは判断できません。',
      source: 'Zhang et al. 2016',
      number: (n) => `マスクの面積比 ${n.mean}`,
    },
    noiseFloor: {
      name: 'ノイズフロア',
      about: '乱数シードだけを変えたとき、同じ手法が同じ結果を出すかを調べます。',
      limits: `ほかの 3 つのシードとの top-k の偶然補正値です。${noiseFloor.pass} 以上で合格、${noiseFloor.doubtful} 以上で要注意です。`,
      source: '本ソフト独自',
      number: (n) => `${n.value}（同じシードなら ${n.mean}）`,
    },
    deletion: {
      name: '削除テスト',
      about: '強い画素から順に消す（平均色に置き換える）と、判定の確率がすぐに下がるかを調べます。',
      limits: better,
      source: 'Petsiuk, Das, Saenko 2018',
      number: (n) => `面積 ${n.value}（無作為 ${n.mean} ± ${n.spread}）`,
    },
    insertion: {
      name: '挿入テスト',
      about: 'ぼかした画像に強い画素から順に戻すと、判定の確率がすぐに回復するかを調べます。',
      limits: better,
      source: 'Petsiuk, Das, Saenko 2018',
      number: (n) => `面積 ${n.value}（無作為 ${n.mean} ± ${n.spread}）`,
    },
    agreement: {
      name: '手法間の一致',
      about: 'ほかの手法も同じ場所を示すかを調べます。',
      limits: `ほかの全手法との順位相関の平均です。${agreement.pass} 以上で合格、${agreement.doubtful} 以上で要注意です。`,
      source: 'Krishna et al. 2022',
      number: (n) => `ρ ${n.value}（無関係なら ${n.mean}）`,
    },
    randomisation: {
      name: '重みのランダム化',
      about:
        'ネットワークの重みを出力側から 1 層ずつシャッフルします。ヒートマップは変わらなければなりません。',
      limits: `元のヒートマップとの順位相関です。${randomisation.pass} 以下で合格、${randomisation.doubtful} 以下で要注意です。`,
      source: 'Adebayo et al. 2018',
      number: (n) => `ρ ${n.value}（無関係なら ${n.mean}）`,
    },
  },
  reasons: {
    'gap-small': () => 'ヒートマップの合計が出力と一致しています。途中で失われたものはありません。',
    'gap-noticeable': () => '出力の一部に過不足があります。ステップ数を増やしてください。',
    'gap-large': () =>
      'ヒートマップの合計が出力と一致しません。ステップ数を大きく増やすか、ベースラインを変えてください。',
    'no-law': () => 'この手法には、合計が出力と一致するという性質がありません。',
    'no-difference': () =>
      '出力がベースラインと同じなので、比べる差がありません。別のベースラインを選んでください。',
    'no-grid': () => 'ネットワークの格子の影響は目立ちません。',
    'some-grid': () => '一部はネットワークの格子です。細かい模様は読み取らないでください。',
    'mostly-grid': () => '多くの部分が、画像ではなくネットワークの格子です。',
    'no-stride': () => 'ストライドのないネットワークなので、格子はありません。',
    'map-too-small': () => 'ヒートマップに格子のセルが 2 つ以上入りません。',
    hit: () => '最も強い画素が欠陥の上にあります。',
    'near-miss': () => '最も強い画素が欠陥のすぐ外側（窓の半径以内）にあります。',
    miss: () => '最も強い画素が別の場所にあります。モデルが欠陥以外を見ている可能性があります。',
    'no-mask': () => '先に欠陥の場所を指定してください。マスクを開くか、上の画像に枠を描きます。',
    'empty-mask': () => 'モデルへの入力には、マスクの示す画素がありません。',
    'mask-too-large': (n) => `マスクが画像の ${n.mean} を占めるため、当たっても意味がありません。`,
    'seed-agrees': () => '乱数によるヒートマップの変化はわずかです。',
    'seed-partly': () =>
      '乱数によって一部が変わります。これより小さな差には意味がありません。サンプル数を増やしてください。',
    'seed-differs': () =>
      '乱数のたびに別のヒートマップになります。比べる前に、サンプル数を大きく増やしてください。',
    'draws-nothing': () => 'この手法は乱数を使わないため、シードを変えても結果は同じです。',
    'better-than-random': () =>
      'どの無作為な順位よりも良い結果です。判定は確かに示された場所に基づいています。',
    'near-random': () =>
      '無作為な順位の平均よりは良いものの、すべてには勝てません。根拠としては弱い結果です。',
    'worse-than-random': () => '無作為な順位と変わりません。判定は示された場所に基づいていません。',
    'nothing-to-lose': () =>
      '画像を消しても判定がほとんど変わらないため（良品でよく見られます）、調べられません。',
    'methods-agree': () => '各手法が同じ場所を示しています。ただし、そろって誤ることもあります。',
    'methods-partly': () => '一致は一部です。複数の手法が示す場所だけを根拠にしてください。',
    'methods-differ': () => '手法によって示す場所が違います。正しいのは多くても 1 つです。',
    'no-other-method': () => '比べられる手法がほかにありません。',
    'map-changed': () =>
      '学習した重みを失うとヒートマップも変わります。画像だけでなく、ネットワークを反映しています。',
    'map-partly': () => '学習した重みを失っても一部が残ります。画像の輪郭が透けて見えています。',
    'map-stayed': () =>
      '学習した重みを失ってもヒートマップが残ります。ネットワークではなく、画像そのものを示しています。',
    'map-vanished': () =>
      'ランダム化したネットワークではヒートマップが得られず、比べられませんでした。',
    'no-layers': () => 'このモデルでは層の重みを扱えません。',
    'flat-map': () => 'ヒートマップの値がどこも同じで、評価の対象がありません。',
    failed: () => 'この項目は計算できませんでした。',
  },
  evidence: {
    more: (n) => `詳細：${n.name}`,
    layers: 'シャッフルした層',
    methods: '比較した手法',
    spearman: 'ρ',
    topK: 'top-k',
    lens: 'LENS',
    refused: (n) => `${n.method} は対象外です：`,
    curve: (n) => `${n.name}：画素の割合に対する判定の確率`,
    own: 'このヒートマップ',
    random: '無作為な順位（平均）',
    pixels: '画素',
    probability: '確率',
  },
  box: {
    summary: '欠陥を枠で囲む',
    help: '画像の上をドラッグするか、数値を入力します。2 つのハンドルでは、矢印キーで枠や角を動かせます（Shift を押すと 10 画素ずつ）。',
    picture: '枠を描く画像',
    move: '枠を動かす',
    resize: '枠の角を動かす',
    left: '左端（px）',
    top: '上端（px）',
    width: '幅（px）',
    height: '高さ（px）',
    use: 'マスクとして使う',
    current: (n) => `使用中：${n.name}`,
    restored:
      '復元したレポートの画像はモデルへの入力そのものです。欠陥を指定するには、元の画像を開いてください。',
    fileName: (n) => `box-${n.x}-${n.y}-${n.width}x${n.height}.png`,
  },
};
