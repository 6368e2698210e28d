import type { Catalogue } from '../en.ts';

export const methods: Catalogue['methods'] = {
  integratedGradients: {
    name: '積分勾配（IG）',
    help: 'Integrated Gradients。ベースラインから画像までの勾配を積算します。総和は、画像によって増えた出力に等しくなります。',
  },
  gradient: {
    name: '勾配',
    help: '各画素に対してクラスの出力がどれだけ敏感かを示します。高速ですが、粒状になりやすい手法です。',
  },
  inputXGradient: {
    name: '入力 × 勾配',
    help: '勾配に画素値を掛けたものです。黒い画素には値が付きません。',
  },
  smoothGrad: {
    name: 'SmoothGrad',
    help: 'ノイズを加えた複数の画像で勾配を平均します。滑らかになりますが、ネットワーク固有の格子模様は残ります。',
  },
  guidedBackprop: {
    name: 'Guided Backprop',
    help: 'クラスを支持する経路だけを通した勾配です。線は鮮明ですが、クラスに関係なく画像のエッジが現れやすい手法です。',
  },
  deconvolution: {
    name: '逆畳み込み（Deconvolution）',
    help: 'すべての ReLU で負の値を除いて逆伝播し、クラスの出力を高める模様を示します。最大プーリングのないネットワークではどの画像でも同じになり、安定性は意味を持ちません。',
  },
  deepLift: {
    name: 'DeepLIFT',
    help: '各ユニットの値をベースラインの場合と比べ、その差を割り振ります。総和は、画像によって増えた出力に等しくなります。同じ計算をするネットワークどうしでも、結果が異なることがあります。',
  },
  lrp: {
    name: 'LRP（層別関連度伝播）',
    help: '出力を層ごとに逆向きに割り振ります。畳み込み層では値を高める寄与だけをたどり、バイアスの分は完全性ギャップとして現れます。',
  },
  gradCam: {
    name: 'Grad-CAM',
    help: 'クラスを支持するチャンネルが、選んだ層のどこで反応したかを示します。領域は分かりますが、その層より細かくは示せません。',
  },
  gradCamPlusPlus: {
    name: 'Grad-CAM++',
    help: 'Grad-CAM の重みを変え、同じクラスのものが複数あっても同じように数えます。粗さは Grad-CAM と変わりません。',
  },
  guidedGradCam: {
    name: 'Guided Grad-CAM',
    help: 'Guided Backprop を、Grad-CAM が示す領域に絞ったものです。細かい線が得られますが、線そのものはクラスにあまり依存しません。',
  },
  varGrad: {
    name: 'VarGrad',
    help: 'ノイズを加えた複数の画像で、勾配がどれだけばらつくかを示します。クラスの根拠でないエッジや模様も強調されます。',
  },
  expectedGradients: {
    name: '期待勾配（GradientSHAP）',
    help: 'ランダムなベースラインから画像までの経路上の点で勾配を平均します。サンプル数が少ないと、粒状になりギャップも残ります。',
  },
  occlusion: {
    name: 'オクルージョン',
    help: 'パッチで画像の一部を順に隠し、クラスの出力がどれだけ下がるかを示します。勾配は不要です。パッチより細かい構造は見えません。欠陥が 2 か所あると、一方が他方の影響を隠すことがあります。',
  },
  rise: {
    name: 'RISE',
    help: 'ランダムなマスクで残した画素ごとに、クラスの出力がどれだけ高くなるかを示します。勾配は不要です。輪郭はぼやけ、マスクが少ないと粒状になります。',
  },
  kernelShap: {
    name: 'Kernel SHAP（格子）',
    help: '格子のセルごとのシャープレイ値（出力への公平な寄与の配分）です。勾配は不要です。セルより細かい構造は見えません。',
  },
};
