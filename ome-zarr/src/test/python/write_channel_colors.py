#!/usr/bin/env python3
"""Writes TIFF files whose channels have names or colors, and prints file, names, colors and whether they are a color picture.

Names and colors are separated by commas, - stands for none. Those of ImageJ's tables are told by what tifffile reads back.
"""
import os
import sys

import numpy as np
import tifffile
from PIL import Image

FOLDER = sys.argv[1]
RAMP = np.arange(256, dtype="u1")
RED, GREEN, GRAY = np.stack([RAMP, RAMP * 0, RAMP * 0]), np.stack([RAMP * 0, RAMP, RAMP * 0]), np.stack([RAMP] * 3)
ORANGE = np.stack([RAMP, RAMP // 2, RAMP * 0])
DOWN = RED[:, ::-1]
BLACK = RED * 0


def tell(name, names, colors, rgb=False):
    print("\t".join([name, ",".join(names) or "-", ",".join(colors) or "-", str(rgb).lower()]))


def imagej(name, tables, taken=True, order="<", **metadata):
    array = np.zeros((2, 3, 20, 30), "u2")
    file = os.path.join(FOLDER, name)
    tifffile.imwrite(file, array, imagej=True, byteorder=order, metadata=dict(
        {"axes": "ZCYX", "LUTs": tables, "Info": "no name", "Labels": ["a", "b", "c", "d", "e", "f"]}, **metadata))
    with tifffile.TiffFile(file) as tif:
        read = tif.imagej_metadata["LUTs"]
    brightest = [table[:, table.astype("u4").sum(0).argmax()] for table in read]
    tell(name, [], ["%02X%02X%02X" % tuple(color) if color.any() else "null" for color in brightest] if taken else [])


def separated(name, photometric, mode):
    file = os.path.join(FOLDER, name)
    Image.new(mode, (30, 20)).save(file)
    with tifffile.TiffFile(file) as tif:
        assert tif.pages[0].photometric == photometric
    return name


imagej("colors.tif", [RED, GREEN, ORANGE], mode="composite")
imagej("big-endian.tif", [ORANGE, GRAY, RED], order=">", mode="composite")
imagej("one-by-one.tif", [GREEN, RED, DOWN], mode="color")
imagej("black.tif", [GREEN, BLACK, RED], mode="composite")
imagej("gray.tif", [RED, GREEN, ORANGE], taken=False, mode="grayscale")
imagej("too-few.tif", [RED, GREEN], taken=False, mode="composite")
tell(separated("cmyk.tif", 5, "CMYK"), ["Cyan", "Magenta", "Yellow", "Black"], [])
tell(separated("lab.tif", 8, "LAB"), ["L*", "a*", "b*"], [])
tell(separated("rgb.tif", 2, "RGB"), [], [], True)
tell(separated("rgba.tif", 2, "RGBA"), ["Red", "Green", "Blue", "Alpha"], ["FF0000", "00FF00", "0000FF", "000000"])
for axes, shape, names in (("CYX", (4, 20, 30), []), ("TYX", (4, 20, 30), []), ("CZYX", (3, 3, 20, 30), []),
                           ("YXC", (20, 30, 4), ["Red", "Green", "Blue", "Alpha"])):
    tifffile.imwrite(os.path.join(FOLDER, axes + ".tif"), np.zeros(shape, "u1"), metadata={"axes": axes})
    tell(axes + ".tif", names, ["FF0000", "00FF00", "0000FF", "000000"] if names else [])
