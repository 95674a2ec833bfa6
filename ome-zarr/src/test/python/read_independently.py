#!/usr/bin/env python3
"""Digests of sample images as other programs read them (vitrail-pixels-1, contracts.md §7), to hold our readers against.

On Debian 12: apt-get install python3-tifffile python3-pydicom python3-nibabel python3-openslide python3-h5py python3-pil
Run with Debian's own Python, once for each line of independent-readings.tsv:

    /usr/bin/python3 read_independently.py READER FILE [ARGUMENT...]

prints: file name, reader, shape as t x c x z x y x x, dtype, digest, separated by tabs.
"""
import hashlib
import os
import sys

import numpy as np


def digest(tczyx):
    """tczyx: five-dimensional array."""
    header = "vitrail-pixels-1\n%s\ntczyx\n%s\n" % (tczyx.dtype.name, "x".join(map(str, tczyx.shape)))
    image = hashlib.sha256(header.encode("ascii"))
    little = tczyx.astype(tczyx.dtype.newbyteorder("<"), copy=False)
    for t in range(tczyx.shape[0]):
        for c in range(tczyx.shape[1]):
            for z in range(tczyx.shape[2]):
                image.update(plane_digest(little[t, c, z]))
    return image.hexdigest()


def plane_digest(plane):
    tiles = hashlib.sha256()
    for y in range(0, plane.shape[0], 512):
        for x in range(0, plane.shape[1], 512):
            tiles.update(hashlib.sha256(np.ascontiguousarray(plane[y:y + 512, x:x + 512]).tobytes()).digest())
    return tiles.digest()


def five(array, axes):
    """Puts an array with those axes (letters of tczyx) into the order t, c, z, y, x."""
    present = [axis for axis in "tczyx" if axis in axes]
    array = np.transpose(array, [axes.index(axis) for axis in present])
    for place, axis in enumerate("tczyx"):
        if axis not in axes:
            array = np.expand_dims(array, place)
    return array


def tifffile_reader(path, axes, series="0"):
    import tifffile
    return five(tifffile.imread(path, series=int(series)), axes)


def pillow_reader(path, axes):
    from PIL import Image
    return five(np.asarray(Image.open(path)), axes)


def blocks_reader(path, axes):
    """Tiles that tifffile finds and PIL decodes, each a picture of its own."""
    import io
    import tifffile
    from PIL import Image
    page = tifffile.TiffFile(path).pages[0]
    whole = np.zeros(page.shape, page.dtype)
    data = open(path, "rb").read()
    for index, (start, length) in enumerate(zip(page.dataoffsets, page.databytecounts)):
        tile = np.asarray(Image.open(io.BytesIO(data[start:start + length])))
        across = -(-page.imagewidth // page.tilewidth)
        y, x = index // across * page.tilelength, index % across * page.tilewidth
        part = whole[y:y + page.tilelength, x:x + page.tilewidth]
        part[:] = tile[:part.shape[0], :part.shape[1]]
    return five(whole, axes)


def openslide_reader(path, axes):
    """Level 0, red, green and blue as openslide-python's RGBA has them."""
    import openslide
    slide = openslide.OpenSlide(path)
    return five(np.asarray(slide.read_region((0, 0), 0, slide.dimensions))[..., :3], axes)


READERS = {"tifffile": tifffile_reader, "pillow": pillow_reader, "blocks": blocks_reader, "openslide": openslide_reader}


def main():
    reader, path = sys.argv[1], sys.argv[2]
    array = READERS[reader](path, *sys.argv[3:])
    name = " ".join([reader] + sys.argv[3:])
    print("\t".join([os.path.basename(path), name, "x".join(map(str, array.shape)), array.dtype.name, digest(array)]))


if __name__ == "__main__":
    main()
