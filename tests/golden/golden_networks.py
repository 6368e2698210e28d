"""Networks as a list of steps, which become Keras layers for TensorFlow.js and torch modules for Captum."""

import math

import numpy as np
import torch
import torch.nn.functional as F
from captum.attr._utils.custom_modules import Addition_Module
from golden_random import Random
from torch import nn


def conv(name, filters, size, stride=1, pad="same", relu=True):
    return dict(kind="conv", name=name, filters=filters, size=size, stride=stride, pad=pad, relu=relu)


def dense(name, units, relu=False):
    return dict(kind="dense", name=name, units=units, relu=relu)


def pool(kind, name, size):
    return dict(kind=kind, name=name, size=size)


def step(kind, name, **rest):
    return dict(kind=kind, name=name, **rest)


def same_padding(length, size, stride):
    """TensorFlow's: the odd pixel goes to the end."""
    total = max((math.ceil(length / stride) - 1) * stride + size - length, 0)
    return total // 2, total - total // 2


class Net(nn.Module):
    """x [n, c, h, w] → logits. Keras' channels-last order is kept where a picture becomes a row.

    Every part gets a tensor of its own: Captum 0.9 hooks the tensors between modules, and a ReLU whose very output is
    the input of a max pool, or of two branches, would see the gradient before the rule of the next module changed it.
    """

    def __init__(self, steps, weights, dtype):
        super().__init__()
        self.steps = steps
        self.parts = nn.ModuleDict()
        for s in steps:
            part = self.make(s, weights)
            if part is not None:
                self.parts[s["name"]] = part
            if s.get("relu"):
                self.parts[s["name"] + "_relu"] = nn.ReLU()
        self.to(dtype)

    @staticmethod
    def make(s, weights):
        kind, name = s["kind"], s["name"]
        if kind in ("conv", "dense"):
            kernel, bias = weights[name + "/kernel"], weights[name + "/bias"]
            if kind == "conv":
                height, width, channels, filters = kernel.shape
                part = nn.Conv2d(channels, filters, (height, width), stride=s["stride"])
                kernel = kernel.transpose(3, 2, 0, 1)
            else:
                part, kernel = nn.Linear(*kernel.shape), kernel.T
            part.weight.data = torch.tensor(np.ascontiguousarray(kernel))
            part.bias.data = torch.tensor(bias)
            return part
        return {
            "maxPool": lambda: nn.MaxPool2d(s["size"]),
            "avgPool": lambda: nn.AvgPool2d(s["size"]),
            "mean": lambda: nn.AdaptiveAvgPool2d(1),
            "relu": nn.ReLU,
            "add": Addition_Module,
            "flatten": lambda: None,
        }[kind]()

    def forward(self, x):
        kept = {}
        for s in self.steps:
            kind, name = s["kind"], s["name"]
            if kind == "conv" and s["pad"] == "same":
                top, bottom = same_padding(x.shape[2], s["size"], s["stride"])
                left, right = same_padding(x.shape[3], s["size"], s["stride"])
                x = F.pad(x, (left, right, top, bottom))
            if kind == "flatten":
                x = x.permute(0, 2, 3, 1).flatten(1)
            elif kind == "add":
                x = self.parts[name](x.clone(), kept[s["other"]].clone())
            else:
                x = self.parts[name](x.clone())
            if s.get("relu"):
                x = self.parts[name + "_relu"](x.clone())
            if kind == "mean":
                x = x.flatten(1)
            kept[name] = x
        return x

    def output_of(self, name):
        return self.parts[name + "_relu"] if name + "_relu" in self.parts else self.parts[name]

    def convolutions(self):
        return [part for part in self.parts.values() if isinstance(part, nn.Conv2d)]


def keras_layer(s):
    name, activation = s["name"], "relu" if s.get("relu") else "linear"
    weighted = {"activation": activation, "use_bias": True}
    square = lambda value: [value, value]
    pools = {"pool_size": square(s.get("size")), "strides": square(s.get("size")), "padding": "valid"}
    class_name, config = {
        "conv": lambda: (
            "Conv2D",
            {"filters": s["filters"], "kernel_size": square(s["size"]), "strides": square(s["stride"]), "padding": s["pad"], **weighted},
        ),
        "dense": lambda: ("Dense", {"units": s["units"], **weighted}),
        "maxPool": lambda: ("MaxPooling2D", pools),
        "avgPool": lambda: ("AveragePooling2D", pools),
        "mean": lambda: ("GlobalAveragePooling2D", {}),
        "relu": lambda: ("Activation", {"activation": "relu"}),
        "add": lambda: ("Add", {}),
        "flatten": lambda: ("Flatten", {}),
    }[s["kind"]]()
    return {"class_name": class_name, "config": {"name": name, "trainable": True, **config}}


def keras_topology(case):
    """Sequential where it is a chain, else functional."""
    layers = [keras_layer(s) for s in case["layers"]]
    shape = [None, case["height"], case["width"], case["channels"]]
    if not any(s["kind"] == "add" for s in case["layers"]):
        layers[0]["config"].update(batch_input_shape=shape, dtype="float32")
        return {"class_name": "Sequential", "config": {"name": case["name"], "layers": layers}}
    start = {"class_name": "InputLayer", "config": {"name": "input", "batch_input_shape": shape, "dtype": "float32"}}
    before = "input"
    for s, layer in zip(case["layers"], layers):
        sources = [before, s["other"]] if s["kind"] == "add" else [before]
        layer.update(name=s["name"], inbound_nodes=[[[source, 0, 0, {}] for source in sources]])
        before = s["name"]
    start.update(name="input", inbound_nodes=[])
    ends = {"input_layers": [["input", 0, 0]], "output_layers": [[before, 0, 0]]}
    return {"class_name": "Model", "config": {"name": case["name"], "layers": [start, *layers], **ends}}


def draw_weights(case):
    """Kernels of variance 2 / fan-in and biases of both signs, multiples of 2⁻¹⁰: written and read without rounding."""
    random = Random(case["seed"], "golden weights")
    draw = lambda shape, size: np.round(
        1024 * size * np.array([random.normal() for _ in range(math.prod(shape))]).reshape(shape)
    ).astype(np.float32) / np.float32(1024)
    weights, channels, height = {}, case["channels"], case["height"]
    for s in case["layers"]:
        kind = s["kind"]
        if kind in ("conv", "dense"):
            out = s["filters"] if kind == "conv" else s["units"]
            shape = (s["size"], s["size"], channels, out) if kind == "conv" else (channels, out)
            weights[s["name"] + "/kernel"] = draw(shape, math.sqrt(2 / math.prod(shape[:-1])))
            weights[s["name"] + "/bias"] = draw((out,), 0.1)
            channels = out
        if kind == "conv":
            size, stride = s["size"], s["stride"]
            height = math.ceil(height / stride) if s["pad"] == "same" else (height - size) // stride + 1
        elif kind in ("maxPool", "avgPool"):
            height //= s["size"]
        elif kind == "flatten":
            channels *= height * height
    return weights
