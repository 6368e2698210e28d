"""Makes attributions/*.json: what Captum says of small networks and of one shipped model.

    python3 -m venv /tmp/captum && /tmp/captum/bin/pip install torch captum pillow
    /tmp/captum/bin/python -B tests/golden/make_attributions.py

No graphics hardware is needed. README.md beside this file says what each array is. Everything is computed in float64
and stored in float32; the whole is done once more in float32, and an array that changes by more than `STEADY` of its
range (a unit at its kink, a sum that cancels) stops the script: such an array would judge rounding, not code.
"""

import base64
import json
import math
import pathlib
import platform
import warnings

import captum
import numpy as np
import PIL
import torch
from golden_methods import METHODS, SEED, Task, pixels_of, to_model_range
from golden_networks import Net, conv, dense, draw_weights, keras_topology, pool, step
from golden_random import Random
from PIL import Image

HERE = pathlib.Path(__file__).parent
PUBLIC = HERE.parent.parent / "public"
STEADY = 2e-5

SMALL = dict(steps=8, sigma=0.1, samples=8, epsilon=0.01, classes=3)
CASES = [
    dict(
        SMALL,
        name="strided",
        about="strided convolution with uneven padding, max pool, valid convolution, flatten",
        height=12, width=12, channels=1, range=[0, 1], seed=32, baseline="noise", patch=4, stride=2,
        lastSpatialLayer="conv2",
        layers=[
            conv("conv1", 4, 3, stride=2), pool("maxPool", "pool", 2), conv("conv2", 6, 2, pad="valid"),
            step("flatten", "flat"), dense("logits", 3),
        ],
    ),
    dict(
        SMALL,
        name="pooled",
        about="colour, inputs of both signs, valid and same convolution, average pool, global mean, hidden dense layer",
        height=10, width=10, channels=3, range=[-1, 1], seed=6, baseline="mean", patch=4, stride=3,
        lastSpatialLayer="conv2",
        layers=[
            conv("conv1", 5, 3, pad="valid"), pool("avgPool", "pool", 2), conv("conv2", 6, 3),
            step("mean", "mean"), dense("hidden", 8, relu=True), dense("logits", 3),
        ],
    ),
    dict(
        SMALL,
        name="residual",
        about="a sum of two branches",
        height=8, width=8, channels=1, range=[0, 1], seed=6, baseline="white", patch=3, stride=2,
        lastSpatialLayer="bend",
        layers=[
            conv("conv1", 4, 3), conv("conv2", 4, 3, relu=False), step("add", "sum", other="conv1"),
            step("relu", "bend"), step("mean", "mean"), dense("logits", 3),
        ],
    ),
]


def random_pictures(case):
    shape = (case["height"], case["width"], case["channels"])
    for picture in range(2):
        random = Random(case["seed"], f"golden picture {picture}")
        yield np.array([int(random.uniform() * 256) for _ in range(math.prod(shape))], np.uint8).reshape(shape)


def shipped_case(model_id, sample, **settings):
    folder = PUBLIC / "models" / model_id
    card = json.loads((folder / "card.json").read_text())
    model = json.loads((folder / "model.json").read_text())
    steps = []
    for layer in model["modelTopology"]["config"]["layers"]:
        c = layer["config"]
        relu = c.get("activation") == "relu"
        if layer["class_name"] == "Conv2D":
            steps.append(conv(c["name"], c["filters"], c["kernel_size"][0], c["strides"][0], c["padding"], relu))
        elif layer["class_name"] == "Dense":
            steps.append(dense(c["name"], c["units"], relu))
        else:
            steps.append(step({"GlobalAveragePooling2D": "mean"}[layer["class_name"]], c["name"]))
    values, at, weights = np.fromfile(folder / "weights.bin", np.float32), 0, {}
    for entry in model["weightsManifest"][0]["weights"]:
        count = math.prod(entry["shape"])
        weights[entry["name"]] = values[at : at + count].reshape(entry["shape"])
        at += count
    assert at == values.size
    spec = card["input"]
    full = np.asarray(Image.open(PUBLIC / "samples" / sample), np.float64)
    # Means of blocks, rounded: a picture of the model's size that needs no resampler to be the same everywhere.
    by = full.shape[0] // spec["height"]
    small = full.reshape(spec["height"], by, spec["width"], by).mean((1, 3)).round().astype(np.uint8)[:, :, None]
    case = dict(
        settings,
        name=model_id,
        about=f"the shipped model on samples/{sample}, means of {by}×{by} blocks",
        **{key: spec[key] for key in ("height", "width", "channels", "range")},
        classes=len(card["classes"]), lastSpatialLayer=card["lastSpatialLayer"], layers=steps, sha256=card["sha256"],
    )
    return case, weights, [small]


def packed(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def attribute(name, case, weights, pixels, target):
    """[h, w, c] float32, and how far the same in float32 is from it, in shares of the range.

    One channel where the method gives one number per pixel.
    """
    results = []
    for dtype in (torch.float64, torch.float32):
        task = Task(case, weights, pixels, target, dtype)
        values = METHODS[name][2](task).detach()[0].permute(1, 2, 0).numpy().astype(np.float64)
        results.append(values)
    exact, rounded = results
    spread = exact.max() - exact.min()
    assert np.isfinite(exact).all() and spread > 0, f"{case['name']} {name}: flat or not finite"
    return exact.astype(np.float32), float(np.abs(exact - rounded).max() / spread)


def golden(case, weights, pictures):
    net = Net(case["layers"], weights, torch.float64)
    inputs, arrays = [], {name: [] for name in METHODS}
    for bytes_ in pictures:
        pixels = pixels_of(bytes_)
        x = torch.tensor(to_model_range(pixels, case)[None].astype(np.float64)).permute(0, 3, 1, 2)
        logits = net(x)[0].detach().numpy()
        target = int(logits.argmax())
        print(case["name"], "logits", logits.round(3))
        inputs.append({"bytes": packed(bytes_), "targetClass": target, "logits": logits.tolist()})
        for name in METHODS:
            values, wobble = attribute(name, case, weights, pixels, target)
            print(f"  {name:20} range {np.ptp(values):.3g} sum {values.sum():.4g} float32 {wobble:.1e}")
            if wobble > STEADY:
                raise SystemExit(f"{case['name']} {name}: float32 alone differs by {wobble:.1e} of the range")
            arrays[name].append({"channels": values.shape[2], "values": packed(values)})
    keys = ["name", "about", "height", "width", "channels", "range", "classes", "lastSpatialLayer"]
    network = {"sha256": case["sha256"]} if "sha256" in case else keras_network(case, weights)
    methods = {
        name: {"captum": text, "settings": {key: case[key] for key in used}, "arrays": arrays[name]}
        for name, (used, text, _) in METHODS.items()
    }
    head = {"versions": VERSIONS, "seed": SEED, **{key: case[key] for key in keys}}
    return {**head, "network": network, "inputs": inputs, "methods": methods}


def keras_network(case, weights):
    return {
        "topology": keras_topology(case),
        "weights": [{"name": name, "shape": list(w.shape), "values": packed(w)} for name, w in weights.items()],
    }


VERSIONS = {
    "python": platform.python_version(),
    "numpy": np.__version__,
    "torch": torch.__version__,
    "captum": captum.__version__,
    "pillow": PIL.__version__,
}


def main():
    warnings.filterwarnings("ignore", module="captum")
    shipped = shipped_case(
        "surface-natural", "scratch-1.png",
        steps=4, sigma=0.05, samples=4, epsilon=0.01, baseline="black", patch=24, stride=12,
    )
    for case, weights, pictures in [*((c, draw_weights(c), random_pictures(c)) for c in CASES), shipped]:
        text = json.dumps(golden(case, weights, pictures), indent=1, ensure_ascii=False)
        (HERE / "attributions" / f"{case['name']}.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
