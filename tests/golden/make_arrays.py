"""Makes arrays/scipy-scikit-image.json: scores of pairs of maps by scipy and scikit-image.

    python3 -m venv /tmp/arrays && /tmp/arrays/bin/pip install scipy scikit-image
    /tmp/arrays/bin/python tests/golden/make_arrays.py

The maps are not stored. They are whole numbers over a power of two, made by the linear congruential generator
below, which lcgMaps.ts repeats: no rounding, hence the same bits. A checksum of each tells if they are not.
"""

import json
import pathlib
import platform

import numpy as np
import scipy
import skimage
from scipy.signal import convolve2d
from scipy.stats import kendalltau, spearmanr
from skimage.metrics import structural_similarity


def draws(seed, count):
    """Whole numbers of 0 … 2^24 − 1: the upper bits of x → 1664525 x + 1013904223 mod 2^32."""
    out = np.empty(count, dtype=np.int64)
    state = seed
    for i in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        out[i] = state >> 8
    return out


def smoothed(values, radius):
    """Sums over (2·radius+1)² windows, zeros outside, whole numbers."""
    side = 2 * radius + 1
    return convolve2d(values, np.ones((side, side), dtype=np.int64), mode="same")


def make_pair(case):
    """Both maps in whole numbers: B is `alike` parts of A and `noise` parts of its own draws, of 16 together."""
    height, width, levels = case["height"], case["width"], case["levels"]
    count = height * width
    both = draws(case["seed"], 2 * count)
    a = both[:count].reshape(height, width)
    own = both[count:].reshape(height, width)
    b = (case["alike"] * a + (16 - case["alike"]) * own) // 16
    if case["smooth"]:
        a, b = smoothed(a, case["smooth"]), smoothed(b, case["smooth"])
    if levels:
        top = 2**24 * (2 * case["smooth"] + 1) ** 2
        a, b = a * levels // top, b * levels // top
    if case["signed"]:
        a, b = a - int(a.max()) // 2, b - int(b.max()) // 2
    return a, b


def checksum(values):
    """Σ (i + 1)·v mod 2^32."""
    flat = values.ravel()
    return int((flat % 2**32 * np.arange(1, flat.size + 1) % 2**32).sum() % 2**32)


def scores(case):
    a, b = make_pair(case)
    unit = 2.0 ** case["exponent"]
    x, y = a * unit, b * unit
    low, high = min(x.min(), y.min()), max(x.max(), y.max())
    expected = {
        "spearman": float(spearmanr(x.ravel(), y.ravel()).statistic),
        "kendall": float(kendalltau(x.ravel(), y.ravel(), variant="b").statistic),
        "ssim": float(
            structural_similarity(
                x,
                y,
                data_range=float(high - low),
                gaussian_weights=True,
                sigma=1.5,
                use_sample_covariance=False,
            )
        ),
        # Window sums of whole numbers are exact; the fixed divisor changes no rank.
        "lens": [
            {
                "w": w,
                "spearman": float(spearmanr(smoothed(a, w).ravel(), smoothed(b, w).ravel()).statistic),
                "kendall": float(kendalltau(smoothed(a, w).ravel(), smoothed(b, w).ravel()).statistic),
            }
            for w in case["radii"]
        ],
    }
    return {**case, "checksums": [checksum(a), checksum(b)], "expected": expected}


def case(name, seed, height, width, alike, levels=0, smooth=0, signed=False, exponent=-24, radii=(1, 2, 5)):
    return {
        "name": name,
        "seed": seed,
        "height": height,
        "width": width,
        "alike": alike,
        "levels": levels,
        "smooth": smooth,
        "signed": signed,
        "exponent": exponent,
        "radii": list(radii),
    }


CASES = [
    case("unrelated noise", 1, 16, 16, 0),
    case("related noise, not square", 2, 33, 17, 12, radii=(1, 3, 4, 16)),
    case("nearly the same, signed", 3, 48, 64, 15, signed=True),
    case("two levels", 4, 20, 31, 13, levels=2, exponent=0),
    case("eight levels, signed", 5, 64, 64, 11, levels=8, signed=True, exponent=-3),
    case("smooth", 6, 96, 96, 10, smooth=4, exponent=-31),
    case("smooth, signed, tiny values", 7, 65, 33, 8, smooth=3, signed=True, exponent=-250),
    case("smooth, 256 levels", 8, 96, 80, 6, smooth=5, levels=256, exponent=-8),
    case("huge values", 9, 40, 40, 9, exponent=200),
    case("a classifier's input", 10, 224, 224, 12, radii=(1, 3, 8)),
    case("a classifier's input, many ties", 11, 224, 224, 12, levels=64, signed=True, exponent=-5, radii=(2, 7)),
    case("a classifier's input, smooth", 12, 224, 224, 7, smooth=6, signed=True, exponent=-32, radii=(3, 64)),
]


def main():
    out = {
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "scikit-image": skimage.__version__,
        },
        "cases": [scores(c) for c in CASES],
    }
    path = pathlib.Path(__file__).parent / "arrays" / "scipy-scikit-image.json"
    path.write_text(json.dumps(out, indent=1) + "\n")


if __name__ == "__main__":
    main()
