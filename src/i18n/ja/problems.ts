import type { ProblemDetail } from '../../domain/problem.ts';
import type { Catalogue } from '../en.ts';
import { methods } from './methods.ts';
import { needs } from './needs.ts';

const named = (d: ProblemDetail, otherwise: string): string =>
  d.what ? `「${d.what}」` : otherwise;
/** Facts of the engine that are words, in Japanese. */
const inJapanese = (fact: string): string =>
  fact
    .replace('finite values', '有限の値')
    .replace(/^(\S+) at row (\d+), column (\d+)$/, '$2 行 $3 列の $1');

const allowed = (d: ProblemDetail): string => (d.allowed ? `許容：${inJapanese(d.allowed)}。` : '');
const got = (d: ProblemDetail): string => (d.got ? `実際：${inJapanese(d.got)}。` : '');
const detail = (d: ProblemDetail): string => `${allowed(d)}${got(d)}`;

const versions = (d: ProblemDetail): string =>
  d.allowed && d.got ? `SHA-256：作成時 ${d.allowed}…、現在 ${d.got}…。` : '';

const whats: Readonly<Record<string, string>> = {
  method: '判定根拠の手法',
  reduction: 'チャンネル',
  baseline: 'ベースライン',
  layer: '層',
  steps: 'ステップ数',
  sigma: 'ノイズ σ',
  samples: 'サンプル数',
  occlusionPatch: 'パッチ (px)',
  occlusionStride: 'パッチの移動量 (px)',
  masks: 'マスク数',
  cells: '一辺のセル数',
  keepShare: '残す割合',
  coalitions: '連合数',
  spins: 'サイクルスピニング',
  targetClass: 'クラス',
  perturbation: '摂動の種類',
  border: '端の処理',
  shiftX: 'シフト x (px)',
  shiftY: 'シフト y (px)',
  strength: '強さ',
  angle: '方向 (°)',
  patch: '配置',
  patchX: 'パッチ x (%)',
  patchY: 'パッチ y (%)',
  k: 'k（上位画素数）',
  windowRadius: '窓の半径 w (px)',
  agree: '一致とみなす下限',
  chance: '偶然とみなす上限',
  seed: '乱数シード',
  model: 'モデル',
  modelId: 'モデル',
  input: 'モデルへの入力',
};

const setting = (d: ProblemDetail): string => whats[d.what] ?? d.what;
const quoted = (d: ProblemDetail): string => (d.what ? `「${setting(d)}」` : '設定');

const methodName = (id: string): string =>
  Object.entries(methods).find(([known]) => known === id)?.[1].name ?? (id || 'この手法');
const lack = ({ allowed: need, got: found }: ProblemDetail): string =>
  Object.entries(needs).find(([id]) => id === need)?.[1]({ got: found }) ??
  (need || '手法に必要なものがありません');

export const problems: Catalogue['problems'] = {
  byCode: {
    'file-empty': {
      say: (d) => `${named(d, 'ファイル')}は空です（0 バイト）。`,
      todo: '画像を保存またはコピーし直して、もう一度開いてください。',
    },
    'image-not-recognised': {
      say: (d) => `${named(d, 'ファイル')}は読み込める画像ではありません。${detail(d)}`,
      todo: 'PNG、JPEG、BMP、WebP の画像を開いてください。',
    },
    'image-damaged': {
      say: (d) => `${named(d, '画像')}は壊れているか、途中で切れています。${detail(d)}`,
      todo: '元の場所からコピーまたは書き出し直してください。',
    },
    'image-too-large': {
      say: (d) => `${named(d, '画像')}は大きすぎます。${detail(d)}`,
      todo: 'ワークの部分を切り出すか、縮小してください。',
    },
    'image-too-small': {
      say: (d) => `${named(d, '画像')}は小さすぎます。${detail(d)}`,
      todo: 'より大きい画像を開いてください。',
    },
    'file-unreadable': {
      say: (d) => `${named(d, 'ファイル')}を読み取れませんでした。${detail(d)}`,
      todo: 'ファイルの有無とアクセス権を確認し、もう一度開いてください。',
    },
    'setting-out-of-range': {
      say: (d) => `${quoted(d)}が範囲外です。${detail(d)}`,
      todo: '直前の正しい設定を使用します。',
    },
    'setting-unknown-choice': {
      say: (d) => `${quoted(d)}にその選択肢はありません。${detail(d)}`,
      todo: '直前の正しい設定を使用します。',
    },
    'method-unavailable': {
      say: (d) => `${methodName(d.what)}はこのモデルでは使えません。${lack(d)}。`,
      todo: '別の手法か、別のモデルを選んでください。',
    },
    'model-missing': {
      say: (d) => `モデル${named(d, 'のファイル')}が見つかりません。${detail(d)}`,
      todo: '別のモデルを選ぶか、ページを再読み込みしてください。',
    },
    'model-damaged': {
      say: (d) => `モデル${named(d, 'のファイル')}が壊れているか、不完全です。${detail(d)}`,
      todo: '別のモデルを選ぶか、このモデルを入れ直してください。',
    },
    'model-non-finite-weights': {
      say: (d) => `モデル${named(d, 'の重み')}に数値でない値が含まれています。${detail(d)}`,
      todo: '別のモデルを選んでください。このモデルでは計算できません。',
    },
    'map-non-finite': {
      say: (d) => `${named(d, 'ヒートマップ')}に数値でない値が含まれています。${detail(d)}`,
      todo: '別の計算方式や手法、または別のファイルを選んでください。',
    },
    'map-size-mismatch': {
      say: (d) =>
        `${named(d, '摂動後のヒートマップ')}の大きさが、もう一方と異なります。${detail(d)}`,
      todo: '高さと幅が同じヒートマップを比べてください。',
    },
    'map-unreadable': {
      say: (d) => `${named(d, 'マップ')}を読み取れませんでした。${detail(d)}`,
      todo: 'float32 または float64 の .npy ファイルか、.json ファイルを指定してください。',
    },
    'map-count': {
      say: (d) => `比べられるマップは 2 枚です。${detail(d)}`,
      todo: '.npy または .json ファイルを 2 つ、同時にドロップしてください。',
    },
    'report-not-restorable': {
      say: (d) =>
        `レポートを復元できません。${d.what === 'model' ? 'レポートのモデルがここにはありません' : `${quoted(d)}がモデルに合いません`}。${detail(d)}`,
      todo: '元の画像を直接開いてください。',
    },
    'report-other-model': {
      say: (d) => `モデル${named(d, '')}のバージョンが、レポート作成時と異なります。${versions(d)}`,
      todo: 'それだけで数値が変わることがあります。',
    },
    'mask-unreadable': {
      say: (d) => `${named(d, 'マスク')}をマスクとして読み取れませんでした。${detail(d)}`,
      todo: '欠陥の部分が 0 より明るい PNG を開いてください。ほかは何も変わっていません。',
    },
    'mask-size-mismatch': {
      say: (d) => `${named(d, 'マスク')}の大きさが画像と異なります。${detail(d)}`,
      todo: 'この画像に対応するマスクを開いてください。ほかは何も変わっていません。',
    },
    'profile-unreadable': {
      say: (d) => `${named(d, 'ファイル')}をプロファイルとして読み取れませんでした。${detail(d)}`,
      todo: 'calibrate で作成したプロファイルを選んでください。設定は変わっていません。',
    },
    'no-pictures': {
      say: (d) => `${named(d, 'フォルダー')}に画像がありません。${detail(d)}`,
      todo: '画像の入ったフォルダーを選んでください。ほかは何も変わっていません。',
    },
    'set-unreadable': {
      say: (d) => `ブラウザーに保存されていた前回のフォルダーを読み取れませんでした。${detail(d)}`,
      todo: 'フォルダーをもう一度選んでください。',
    },
    'storage-unavailable': {
      say: (d) => `このブラウザーはページのデータを保存しません。${detail(d)}`,
      todo: '必要な結果は、ページを離れる前に書き出してください。',
    },
    'too-few-pictures': {
      say: (d) => `この誤警報率に対して画像が足りません。${detail(d)}`,
      todo: '画像を追加するか、誤警報率を上げてください。',
    },
    'no-separation': {
      say: (d) => `無害な変化と、根拠の変化とを区別できません。${detail(d)}`,
      todo: '最も強い無害な変化を外すか、別の手法を選んでください。',
    },
    'dead-gradient': {
      say: () => '勾配がすべて 0 です。出力がどの画素にも反応しません。',
      todo: '説明するクラス、手法、またはベースラインを変えてください。',
    },
    'non-finite-gradient': {
      say: () => '勾配に数値でない値が含まれています。',
      todo: '別の計算方式を選び、もう一度実行してください。',
    },
    'codec-missing': {
      say: (d) => `${d.what || '画像'} エンコーダーを読み込めませんでした。${detail(d)}`,
      todo: 'ページを再読み込みするか、別の摂動を選んでください。',
    },
    'backend-unavailable': {
      say: (d) =>
        `このブラウザーでは ${d.what || '選択した計算方式'} で計算できません。${detail(d)}`,
      todo: '右上で計算方式を「自動」にしてください。',
    },
    'context-lost': {
      say: () => '計算中に GPU が使えなくなりました。',
      todo: 'もう一度実行してください。繰り返す場合は、計算方式を WebAssembly または JavaScript にしてください。',
    },
    'out-of-memory': {
      say: () => 'メモリーが足りません。',
      todo: 'ほかのタブやプログラムを閉じてから、もう一度実行してください。',
    },
    'worker-crashed': {
      say: () => '計算が予期せず終了しました。',
      todo: '失われたものはありません。もう一度実行してください。',
    },
    'worker-hung': {
      say: () => '計算が応答しなくなったため、終了しました。',
      todo: 'もう一度実行するか、ステップ数やサンプル数を減らしてください。',
    },
    cancelled: {
      say: () => '中止しました。',
      todo: 'ここまでの計算結果は残っています。',
    },
    internal: {
      say: (d) => `想定外のエラーが発生しました。${got(d)}`,
      todo: 'もう一度実行してください。繰り返す場合は、上の内容を添えてお知らせください。',
    },
  },
  stays: '直前の正しい結果は下に残っています。',
  retry: 'もう一度実行',
  resume: '続ける',
  reload: 'ページを再読み込み',
  dismiss: '閉じる',
};
