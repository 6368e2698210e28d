"""Makes arrays/perturbations.json: changed pictures by scipy, scikit-image and Pillow.

    python3 -m venv /tmp/arrays && /tmp/arrays/bin/pip install scipy scikit-image pillow
    /tmp/arrays/bin/python tests/golden/make_perturbations.py

The pictures are those of make_arrays.py: whole numbers of a linear congruential generator, 24 bits over 2^24, which
float32 holds exactly. What comes out is kept to twelve decimals.
"""

import io
import json
import pathlib
import platform

import numpy as np
import PIL
import scipy
import skimage
from PIL import Image
from scipy import ndimage
from skimage.exposure import adjust_gamma

from make_arrays import case, draws, make_pair

MODES = {"edge": "nearest", "reflect": "mirror", "constant": "grid-constant"}
HEIGHT, WIDTH = 11, 14


def picture(seed, channels=1):
    values = draws(seed, HEIGHT * WIDTH * channels) / 2.0**24
    return values.reshape(HEIGHT, WIDTH) if channels == 1 else values.reshape(HEIGHT, WIDTH, channels)


def carried(values, border, dx=0.0, dy=0.0, turn=0.0, zoom=1.0):
    """Output p is the input at c + R(-turn)(p - c - d) / zoom; (row, column), rows downwards, turn clockwise."""
    angle = np.deg2rad(turn)
    inverse = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) / zoom
    centre = (np.array(values.shape) - 1) / 2
    offset = centre - inverse @ (centre + np.array([dy, dx]))
    return ndimage.affine_transform(values, inverse, offset, order=1, mode=MODES[border], cval=0.5)


def geometric():
    for border in MODES:
        for settings, motion in [
            ({"id": "shift", "shiftX": 1.25, "shiftY": -2.5}, {"dx": 1.25, "dy": -2.5}),
            ({"id": "rotate", "strength": 7.5}, {"turn": 7.5}),
            ({"id": "rotate", "strength": -133}, {"turn": -133}),
            ({"id": "scale", "strength": 80}, {"zoom": 0.8}),
            ({"id": "scale", "strength": 137}, {"zoom": 1.37}),
        ]:
            yield 1, {**settings, "border": border}, lambda p, m=motion, b=border: carried(p, b, **m)


def along(axis, weights):
    return lambda p: ndimage.correlate1d(p, weights, axis=axis, mode="nearest")


def others():
    for gamma in (0.45, 2.2):
        yield 1, {"id": "gamma", "strength": gamma}, lambda p, g=gamma: adjust_gamma(p, g)
    for sigma in (0.7, 2.3):
        yield 1, {"id": "blurGaussian", "strength": sigma}, lambda p, s=sigma: ndimage.gaussian_filter(p, s, mode="nearest")
    yield 3, {"id": "blurGaussian", "strength": 1.1}, lambda p: ndimage.gaussian_filter(p, (1.1, 1.1, 0), mode="nearest")
    yield 3, {"id": "blurMotion", "strength": 3, "angle": 0}, along(1, np.ones(3) / 3)
    yield 1, {"id": "blurMotion", "strength": 5, "angle": 90}, along(0, np.ones(5) / 5)
    yield 1, {"id": "blurMotion", "strength": 4, "angle": 0}, along(1, np.array([0.5, 1, 1, 1, 0.5]) / 4)


def changed():
    for seed, (channels, settings, change) in enumerate([*geometric(), *others()], start=1):
        values = change(picture(seed, channels)).ravel()
        yield {"seed": seed, "channels": channels, "settings": settings, "values": [round(float(v), 12) for v in values]}


JPEG = case("JPEG", 31, 80, 96, 16, levels=256, smooth=2, exponent=0)


def jpegs():
    grey = make_pair(JPEG)[0].astype(np.uint8)
    for quality in (1, 10, 50, 80, 95, 100):
        file = io.BytesIO()
        Image.fromarray(grey).save(file, "JPEG", quality=quality)
        read = Image.open(file)
        error = np.asarray(read).astype(float) - grey
        yield {
            "quality": quality,
            "table": list(read.quantization[0]),
            "rms": round(float(np.sqrt(np.mean(error**2))), 6),
        }


def main():
    out = {
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "scikit-image": skimage.__version__,
            "pillow": PIL.__version__,
        },
        "height": HEIGHT,
        "width": WIDTH,
        "cases": list(changed()),
        "jpeg": {key: JPEG[key] for key in ("seed", "height", "width", "alike", "levels", "smooth", "signed", "exponent")},
        "jpegs": list(jpegs()),
    }
    path = pathlib.Path(__file__).parent / "arrays" / "perturbations.json"
    path.write_text(json.dumps(out) + "\n")


if __name__ == "__main__":
    main()
