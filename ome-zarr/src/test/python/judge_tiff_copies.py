"""Compares copies of TIFF files (copy-NAME) with their originals (NAME) in a folder, by tifffile and Pillow.

Prints one line a pair: its name, how many arrays tifffile compared, how many frames Pillow compared, and what differs, or "same".
"""

import os
import sys

import numpy
import tifffile
from PIL import Image


def arrays(path):
    """Every level of every series; None where tifffile lacks the codec."""
    found = []
    with tifffile.TiffFile(path) as file:
        for series in file.series:
            for level in series.levels:
                try:
                    found.append((series.axes, level.asarray()))
                except Exception as codec:
                    found.append((series.axes, None))
    return found


def frames(path):
    try:
        with Image.open(path) as image:
            found = []
            for frame in range(getattr(image, "n_frames", 1)):
                image.seek(frame)
                found.append(image.tobytes())
            return found
    except Exception:
        return []


def judge(original, copy):
    before, after = arrays(original), arrays(copy)
    if len(before) != len(after):
        return 0, 0, "series"
    compared = 0
    for (axes, one), (other_axes, two) in zip(before, after):
        if axes != other_axes or (one is None) != (two is None):
            return compared, 0, "axes"
        if one is not None:
            compared += 1
            if one.dtype != two.dtype or not numpy.array_equal(one, two, equal_nan=one.dtype.kind in "fc"):
                return compared, 0, "pixels"
    pictures, others = frames(original), frames(copy)
    return compared, len(pictures), "same" if pictures == others else "frames"


folder = sys.argv[1]
for name in sorted(os.listdir(folder)):
    if name.startswith("copy-"):
        result = judge(os.path.join(folder, name[5:]), os.path.join(folder, name))
        print(name[5:], *result, sep="\t")
