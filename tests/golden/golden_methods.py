"""The attribution methods as Captum has them, for a network of golden_networks.py. README.md says what each is."""

from unittest import mock

import numpy as np
import torch
import torch.nn.functional as F
from captum.attr import (
    LRP,
    Deconvolution,
    DeepLift,
    GradientShap,
    GuidedBackprop,
    GuidedGradCam,
    InputXGradient,
    IntegratedGradients,
    LayerAttribution,
    LayerGradCam,
    LayerLRP,
    NoiseTunnel,
    Occlusion,
    Saliency,
)
from captum.attr._utils.lrp_rules import Alpha1_Beta0_Rule, EpsilonRule
from golden_networks import Net, same_padding
from golden_random import Random
from torch import nn

SEED = 5
# The ε of layers that share out relevance beside z⁺ layers: far below their sums, there against division by zero.
TINY = 1e-6


# Pictures: bytes, value / 255 is the pixel scale.


def pixels_of(bytes_):
    return (bytes_.astype(np.float64) / 255).astype(np.float32)


def to_model_range(pixels, case):
    low, high = case["range"]
    return (low + (high - low) * pixels.astype(np.float64)).astype(np.float32)


def baseline_pixels(kind, pixels, seed):
    """src/engine/attribution/baseline.ts, [h, w, c]."""
    if kind == "noise":
        random = Random(seed, "baseline")
        return np.array([random.uniform() for _ in range(pixels.size)], np.float32).reshape(pixels.shape)
    values = {"black": 0, "white": 1, "mean": pixels.mean((0, 1), dtype=np.float64)}[kind]
    return np.broadcast_to(np.float32(values), pixels.shape)


def smooth_grad_noise(x, case):
    """[samples, h, w, c]: what src/engine/attribution/smoothGrad.ts adds, as it stands after the sum is rounded."""
    low, high = case["range"]
    sums = []
    for sample in range(case["samples"]):
        random = Random(SEED, f"smoothGrad {sample}")
        noise = np.array([random.normal() for _ in range(x.size)]).reshape(x.shape)
        sums.append((x + case["sigma"] * (high - low) * noise).astype(np.float32))
    return np.stack(sums).astype(np.float64) - x


def path_draws(pixels, case):
    """src/engine/attribution/expectedGradients.ts: baselines in the model's range [samples, h, w, c], and the place on the path to each."""
    low, high = case["range"]
    fixed = to_model_range(baseline_pixels(case["baseline"], pixels, SEED), case).astype(np.float64).ravel()
    baselines, places = [], []
    for sample in range(case["samples"]):
        random = Random(SEED, f"expectedGradients baseline {sample}")
        values = []
        for value in fixed:
            level = low + (high - low) * random.uniform() if case["baseline"] == "noise" else value
            values.append(level + case["sigma"] * (high - low) * random.normal())
        baselines.append(np.array(values, np.float32).reshape(pixels.shape))
        part = Random(SEED, f"expectedGradients path {sample}").uniform()
        places.append((sample + part) / case["samples"])
    return np.stack(baselines), np.array(places)


# The methods. Each takes a task and gives [1, c, h, w]; networks are made anew, for Captum leaves hooks and rules.


class Task:
    def __init__(self, case, weights, pixels, target, dtype):
        self.case, self.weights, self.target, self.dtype = case, weights, target, dtype
        self.pixels = pixels
        self.picture = to_model_range(pixels, case)
        self.x = self.tensor(self.picture[None])
        self.x0 = self.tensor(to_model_range(baseline_pixels(case["baseline"], pixels, SEED), case)[None])

    def tensor(self, array):
        return torch.tensor(np.ascontiguousarray(array)).to(self.dtype).permute(0, 3, 1, 2).contiguous()

    def net(self):
        return Net(self.case["layers"], self.weights, self.dtype)

    def layer(self, net):
        return net.output_of(self.case["lastSpatialLayer"])


def smooth_grad(t):
    noise = t.tensor(smooth_grad_noise(t.picture.astype(np.float64), t.case))
    with mock.patch("torch.normal", lambda mean, deviation: noise.reshape(deviation.shape)):
        tunnel = NoiseTunnel(Saliency(t.net()))
        return tunnel.attribute(t.x, nt_samples=t.case["samples"], stdevs=1.0, target=t.target, abs=False)


def expected_gradients(t):
    baselines, places = path_draws(t.pixels, t.case)
    with (
        mock.patch("torch.normal", lambda mean, deviation: torch.zeros_like(deviation)),
        mock.patch("numpy.random.choice", lambda count, n: np.arange(n)),
        mock.patch("numpy.random.uniform", lambda low, high, n: places),
    ):
        return GradientShap(t.net()).attribute(t.x, t.tensor(baselines), n_samples=len(places), stdevs=0.0, target=t.target)


def integrated_gradients(t):
    method = IntegratedGradients(t.net())
    return method.attribute(t.x, t.x0, target=t.target, n_steps=t.case["steps"], method="riemann_middle")


def deep_lift(t):
    result = DeepLift(t.net()).attribute(t.x, t.x0, target=t.target)
    difference = (t.net()(t.x) - t.net()(t.x0))[0, t.target]
    assert abs(result.sum() - difference) < 1e-3 * abs(difference), "not the whole difference"
    return result


def lrp_epsilon(t):
    net = t.net()
    for part in net.parts.values():
        if not isinstance(part, nn.ReLU):
            part.rule = EpsilonRule(t.case["epsilon"])
    return LRP(net).attribute(t.x, target=t.target)


def with_positive_rule(t):
    net = t.net()
    for part in net.parts.values():
        if not isinstance(part, nn.ReLU):
            is_conv = isinstance(part, nn.Conv2d)
            part.rule = Alpha1_Beta0_Rule(set_bias_to_zero=True) if is_conv else EpsilonRule(TINY)
    return net


def lrp_z_plus(t):
    """Captum down to the first convolution; its rule clips weights, which is z⁺ only where inputs are not negative."""
    net = with_positive_rule(t)
    first = net.convolutions()[0]
    relevance = LayerLRP(net, first).attribute(t.x, target=t.target).detach()
    x = t.x.clone().requires_grad_()
    z = positive_part_sum(x, t)
    # Σ_j R_j z⁺_ij / z⁺_j with z⁺_ij = (x_i w_ij)⁺: x ⊙ the gradient of Σ_j z_j · (R_j / z_j held fast).
    z.backward(relevance / (z.detach() + 1e-9))
    result = x.grad * t.x
    kept = relevance[z > 1e-3].sum()
    assert abs(result.sum() - kept) < 1e-4 * abs(kept), "relevance is not conserved"
    if t.case["range"][0] == 0:
        whole = LRP(with_positive_rule(t)).attribute(t.x, target=t.target)
        assert torch.allclose(result, whole, rtol=1e-4, atol=1e-6 * whole.abs().max().item()), "not Captum's rule"
    return result


def positive_part_sum(x, t):
    """z⁺_j = Σ_i (x_i w_ij)⁺ of the first layer: both factors positive, or both negative."""
    first = t.net().convolutions()[0]
    s = t.case["layers"][0]
    pads = same_padding(x.shape[2], s["size"], s["stride"]) if s["pad"] == "same" else (0, 0)
    x = F.pad(x, (*pads, *pads))
    weight = first.weight.data
    positive = F.conv2d(x.clamp(min=0), weight.clamp(min=0), stride=first.stride)
    return positive + F.conv2d(x.clamp(max=0), weight.clamp(max=0), stride=first.stride)


def occlusion(t):
    channels, size, stride = t.case["channels"], t.case["patch"], t.case["stride"]
    drops = Occlusion(t.net()).attribute(
        t.x, (channels, size, size), strides=(channels, stride, stride), baselines=t.x0, target=t.target
    )
    # The patch hides every channel at once, so each has the same drop: one number per pixel.
    assert (drops == drops[:, :1]).all()
    return drops[:, :1]


def guided_grad_cam(t):
    net = t.net()
    return GuidedGradCam(net, t.layer(net)).attribute(t.x, target=t.target, interpolate_mode="bilinear")


def grad_cam(t):
    net = t.net()
    cam = LayerGradCam(net, t.layer(net)).attribute(t.x, target=t.target, relu_attributions=True)
    return LayerAttribution.interpolate(cam, t.x.shape[2:], "bilinear")


# name → (settings of the case it uses, what was called, the call)
METHODS = {
    "gradient": ([], "Saliency(abs=False)", lambda t: Saliency(t.net()).attribute(t.x, target=t.target, abs=False)),
    "inputXGradient": ([], "InputXGradient", lambda t: InputXGradient(t.net()).attribute(t.x, target=t.target)),
    "integratedGradients": (
        ["steps", "baseline"],
        "IntegratedGradients(method='riemann_middle')",
        integrated_gradients,
    ),
    "smoothGrad": (["sigma", "samples"], "NoiseTunnel(Saliency(abs=False)), shared noise", smooth_grad),
    "expectedGradients": (["baseline", "sigma", "samples"], "GradientShap(stdevs=0), shared baselines and places", expected_gradients),
    "deepLift": (["baseline"], "DeepLift", deep_lift),
    "lrpEpsilon": (["epsilon"], "LRP, EpsilonRule(epsilon)", lrp_epsilon),
    "lrpZPlus": (
        [],
        f"LayerLRP, convolutions Alpha1_Beta0_Rule(set_bias_to_zero=True), others EpsilonRule({TINY}); first layer written out",
        lrp_z_plus,
    ),
    "guidedBackprop": ([], "GuidedBackprop", lambda t: GuidedBackprop(t.net()).attribute(t.x, target=t.target)),
    "deconvolution": ([], "Deconvolution", lambda t: Deconvolution(t.net()).attribute(t.x, target=t.target)),
    "gradCam": ([], "LayerGradCam(relu_attributions=True), interpolate('bilinear')", grad_cam),
    "guidedGradCam": ([], "GuidedGradCam(interpolate_mode='bilinear')", guided_grad_cam),
    "occlusion": (["patch", "stride", "baseline"], "Occlusion(baselines)", occlusion),
}
