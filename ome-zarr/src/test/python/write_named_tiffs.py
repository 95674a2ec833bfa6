#!/usr/bin/env python3
"""Writes TIFF files as tifffile does for people: stacks described in words, planes without pages, JSON with names and numbers.

Prints each file's name and whether something in it names a person ("named") or nothing does ("plain").
"""
import os
import sys

import numpy as np
import tifffile

STACK = (np.arange(5 * 32 * 40, dtype="u2") % 31).reshape(5, 32, 40)
NAMES = "Operator: Jane Roe"


def write(folder, name, kind, *writes):
    with tifffile.TiffWriter(os.path.join(folder, name)) as tiff:
        for data, options in writes:
            tiff.write(data, photometric="minisblack", **options)
    print(name, kind, sep="\t")


def main(folder):
    cells = {"description": "HeLa cells"}
    named = {"description": NAMES}
    truncated = {"truncate": True}
    write(folder, "stack.tif", "plain", (STACK, cells))
    write(folder, "stack-named.tif", "named", (STACK, named))
    write(folder, "truncated.tif", "plain", (STACK, cells | truncated))
    write(folder, "truncated-named.tif", "named", (STACK, named | truncated))
    write(folder, "two.tif", "plain", (STACK, cells | truncated), (STACK + 7, cells | truncated))
    write(folder, "two-named.tif", "named", (STACK, named | truncated), (STACK + 7, cells | truncated))
    write(folder, "bare-named.tif", "named", (STACK, truncated | {"software": NAMES}))
    for number, extra in enumerate((
            {"MRN": 12345678}, {"patient_id": 20230412, "n": 3}, {"Operator": "Jane Roe"},
            {"Operator": "Hélène Durand"}, {"telephone": 612345678}, {"user": "Jane Roe", "n": [1, 4]},
            {"GPS": "48.85837, 2.294481"}, {"path": "C:\\Users\\jroe\\data.tif", "MRN": 12345678})):
        write(folder, f"json{number}-named.tif", "named", (STACK, {"metadata": {"axes": "ZYX"} | extra}))
        write(folder, f"json{number}-truncated-named.tif", "named",
              (STACK, truncated | {"metadata": {"axes": "ZYX"} | extra}))
    wide = NAMES.encode("utf-16")
    write(folder, "wide-named.tif", "named", (STACK, {"extratags": [(272, 7, len(wide), wide, True)]}))


if __name__ == "__main__":
    main(sys.argv[1])
