#!/usr/bin/env python3
"""Writes small slides as MIRAX and Leica SCN into a folder, reads each with openslide-python and prints what it read.

One line for each way to name the files, separated by tabs: file names separated by spaces, shape as t x c x z x y x x, dtype, digest.
MIRAX: https://openslide.org/formats/mirax/; SCN: https://openslide.org/formats/leica/.
"""
import io
import os
import struct
import sys

import numpy as np
import tifffile
from PIL import Image

from read_independently import digest, openslide_reader

TILE = 128
ACROSS = 4
DOWN = 3
LEVELS = 2
SLIDE_ID = b"0123456789ABCDEF0123456789ABCDEF"
NOT_SCANNED = 5  # number of the camera's picture that is missing


def picture():
    y, x = np.mgrid[0:DOWN * TILE, 0:ACROSS * TILE]
    return np.stack([x % 256, y % 256, (x + y) % 256], -1).astype("u1")


def jpeg(samples):
    out = io.BytesIO()
    Image.fromarray(samples).save(out, "JPEG", quality=95)
    return out.getvalue()


def slidedat():
    lines = ["[GENERAL]", "SLIDE_VERSION = 01.02", "SLIDE_ID = " + SLIDE_ID.decode(),
             f"IMAGENUMBER_X = {ACROSS}", f"IMAGENUMBER_Y = {DOWN}", "OBJECTIVE_MAGNIFICATION = 20",
             "CameraImageDivisionsPerSide = 1", "SLIDE_CREATIONDATETIME = 01/02/2003 04:05:06",
             "[HIERARCHICAL]", "INDEXFILE = Index.dat", "HIER_COUNT = 1", "NONHIER_COUNT = 0",
             "HIER_0_NAME = Slide zoom level", f"HIER_0_COUNT = {LEVELS}"]
    for level in range(LEVELS):
        lines += [f"HIER_0_VAL_{level} = ZoomLevel_{level}",
                  f"HIER_0_VAL_{level}_SECTION = LAYER_0_LEVEL_{level}_SECTION"]
    lines += ["[DATAFILE]", "FILE_COUNT = 1", "FILE_0 = Data0000.dat"]
    for level in range(LEVELS):
        lines += [f"[LAYER_0_LEVEL_{level}_SECTION]", "OVERLAP_X = 0", "OVERLAP_Y = 0",
                  f"MICROMETER_PER_PIXEL_X = {0.25 * 2 ** level}", f"MICROMETER_PER_PIXEL_Y = {0.25 * 2 ** level}",
                  "IMAGE_FORMAT = JPEG", "IMAGE_FILL_COLOR_BGR = 16777215",
                  f"IMAGE_CONCAT_FACTOR = {min(level, 1)}", f"DIGITIZER_WIDTH = {TILE}", f"DIGITIZER_HEIGHT = {TILE}"]
    return "\n".join(lines) + "\n"


def levels(full):
    """Entries of the index by level (number, offset, length, file) and the bytes of the data file."""
    data = b"01.02" + SLIDE_ID + b"0  "
    found = []
    for level in range(LEVELS):
        step = 1 << level
        entries = []
        for row in range(0, DOWN, step):
            for column in range(0, ACROSS, step):
                number = row * ACROSS + column
                if level == 0 and number == NOT_SCANNED:
                    continue
                tile = np.full((TILE, TILE, 3), 255, "u1")
                part = full[row * TILE:(row + step) * TILE:step, column * TILE:(column + step) * TILE:step]
                tile[:part.shape[0], :part.shape[1]] = part
                coded = jpeg(tile)
                entries.append((number, len(data), len(coded), 0))
                data += coded
        found.append(entries)
    return found, data


def index(found):
    head = b"01.02" + SLIDE_ID
    roots = len(head) + 8
    nowhere = roots + 4 * len(found)
    at = nowhere + 4
    pages = b""
    pointers = b""
    for entries in found:
        begin = at + len(pages)
        pointers += struct.pack("<i", begin)
        pages += struct.pack("<iiii", 0, begin + 8, len(entries), 0)
        pages += b"".join(struct.pack("<iiii", *entry) for entry in entries)
    return head + struct.pack("<ii", roots, nowhere) + pointers + struct.pack("<i", 0) + pages


def mirax(folder):
    data = os.path.join(folder, "mirax")
    os.makedirs(data)
    found, coded = levels(picture())
    for name, content in (("Slidedat.ini", slidedat().encode()), ("Index.dat", index(found)), ("Data0000.dat", coded)):
        with open(os.path.join(data, name), "wb") as file:
            file.write(content)
    Image.fromarray(picture()[::8, ::8]).save(os.path.join(folder, "mirax.mrxs"), "JPEG")
    yield "mirax.mrxs"
    yield "mirax.mrxs mirax/Slidedat.ini mirax/Index.dat mirax/Data0000.dat"
    yield "mirax/Index.dat mirax/Data0000.dat mirax.mrxs mirax/Slidedat.ini"


SCN = """<?xml version="1.0"?>
<scn xmlns="http://www.leica-microsystems.com/scn/2010/10/01"><collection name="a" sizeX="{cw}" sizeY="{ch}">
<image name="a"><pixels sizeX="{x}" sizeY="{y}"><dimension r="0" ifd="0" sizeX="{x}" sizeY="{y}"/>
<dimension r="1" ifd="1" sizeX="{x2}" sizeY="{y2}"/></pixels>
<view sizeX="{w}" sizeY="{h}" offsetX="0" offsetY="0"/>
<scanSettings><objectiveSettings><objective>20</objective></objectiveSettings>
<illuminationSettings><illuminationSource>brightfield</illuminationSource></illuminationSettings></scanSettings>
</image></collection></scn>"""


def leica(folder):
    full = picture()
    y, x = full.shape[:2]
    text = SCN.format(x=x, y=y, x2=x // 2, y2=y // 2, w=x * 500, h=y * 500, cw=x * 1000, ch=y * 1000)
    with tifffile.TiffWriter(os.path.join(folder, "leica.scn"), bigtiff=True) as tiff:
        tiff.write(full, tile=(TILE, TILE), photometric="rgb", description=text, metadata=None)
        tiff.write(full[::2, ::2], tile=(TILE, TILE), photometric="rgb", metadata=None)
    yield "leica.scn"


def main(folder):
    for make in (mirax, leica):
        for names in make(folder):
            slide = next(name for name in names.split(" ") if name.endswith((".mrxs", ".scn")))
            data = openslide_reader(os.path.join(folder, slide), "yxc")
            print(names, "x".join(map(str, data.shape)), data.dtype, digest(data), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
