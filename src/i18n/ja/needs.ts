import type { MethodNeed } from '../../domain/attribution.ts';

/** Why a method cannot run with a model, as a clause. */
export const needs: Record<MethodNeed, (n: { got: string }) => string> = {
  gradient: ({ got }) => (got ? `演算 ${got} に勾配がありません` : '出力に勾配がありません'),
  relu: () => 'ReLU がありません',
  switches: () => '最大プーリングがなく、どの画像でも同じマップになります',
  spatialLayer: () => '高さと幅を持つ層がありません',
  layerRules: ({ got }) =>
    got ? `層 ${got} に関連度を割り振る規則がありません` : '層の構成が分かりません',
};
