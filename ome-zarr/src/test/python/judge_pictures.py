#!/usr/bin/env python3
"""Judges copies of pictures without identity with Pillow.

    /usr/bin/python3 judge_pictures.py ORIGINAL COPY

Prints a line when the pixels differ, or the copy holds anything besides them that is no color, spacing or orientation.
"""
import sys

import numpy as np
from PIL import Image

ALLOWED = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "adobe", "adobe_transform", "icc_profile", "exif", "gamma",
           "chromaticity", "srgb", "transparency", "aspect", "progressive", "progression"}


def main():
    original, copy = (Image.open(path) for path in sys.argv[1:])
    if original.mode != copy.mode or not np.array_equal(np.asarray(original), np.asarray(copy)):
        print("pixels differ")
    for key in sorted(set(copy.info) - ALLOWED):
        print("the copy has %s" % key)


if __name__ == "__main__":
    main()
