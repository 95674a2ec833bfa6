#!/usr/bin/env python3
"""Digests of sample images as other programs read them (vitrail-pixels-1, contracts.md §7), to hold our readers against.

On Debian 12: apt-get install python3-tifffile python3-pydicom python3-nibabel python3-openslide python3-h5py python3-pil
Run with Debian's own Python, once for each line of independent-readings.tsv:

    /usr/bin/python3 read_independently.py READER FILE [ARGUMENT...]

prints: file name below the samples folder, reader, shape as t x c x z x y x x, dtype, digest, separated by tabs.
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


def nibabel_reader(path, axes):
    """Stored values, without slope and intercept; axes as stored, x first. Colors are one more axis, the last."""
    import nibabel
    array = np.asarray(nibabel.load(path).dataobj.get_unscaled())
    if array.dtype.names:
        array = np.stack([array[name] for name in "RGB"], axis=-1)
    return five(array, axes)


def pydicom_reader(path, axes):
    """Stored values; colors as red, green and blue."""
    import pydicom
    dataset = pydicom.dcmread(path, force=True)
    array = dataset.pixel_array
    if dataset.PhotometricInterpretation.startswith("YBR_FULL"):
        array = pydicom.pixel_data_handlers.util.convert_color_space(array, dataset.PhotometricInterpretation, "RGB")
    return five(array, axes)


def pydicom_slide_reader(path, axes):
    """The tiles of one level at their places, those of a full grid in reading order."""
    import pydicom
    dataset = pydicom.dcmread(path)
    rows, columns = dataset.Rows, dataset.Columns
    tiles = dataset.pixel_array
    across = -(-dataset.TotalPixelMatrixColumns // columns)
    level = np.zeros((-(-dataset.TotalPixelMatrixRows // rows) * rows, across * columns) + tiles.shape[3:], tiles.dtype)
    for number, tile in enumerate(tiles):
        y, x = number // across * rows, number % across * columns
        if "PerFrameFunctionalGroupsSequence" in dataset:
            place = dataset.PerFrameFunctionalGroupsSequence[number].PlanePositionSlideSequence[0]
            y = place.RowPositionInTotalImagePixelMatrix - 1
            x = place.ColumnPositionInTotalImagePixelMatrix - 1
        level[y:y + rows, x:x + columns] = tile
    return five(level[:dataset.TotalPixelMatrixRows, :dataset.TotalPixelMatrixColumns], axes)


def zarr_reader(path, axes, number="0"):
    """Image of that number: of a plate by its list of wells, each with one field."""
    import json
    import zarr
    with open(os.path.join(path, ".zattrs")) as file:
        attributes = json.load(file)
    image = path
    if "plate" in attributes:
        image = os.path.join(path, attributes["plate"]["wells"][int(number)]["path"], "0")
    return five(zarr.open(os.path.join(image, "0"), mode="r")[:], axes)


def sample(path):
    """The path below the folder of samples, or the name alone."""
    folders, _, below = os.path.abspath(path).rpartition("/samples/")
    return below if folders else os.path.basename(path)


READERS = {
    "blocks": blocks_reader,
    "openslide": openslide_reader,
    "zarr": zarr_reader,
    "tifffile": tifffile_reader,
    "pillow": pillow_reader,
    "nibabel": nibabel_reader,
    "pydicom": pydicom_reader,
    "pydicom-slide": pydicom_slide_reader,
}


def main():
    reader, path = sys.argv[1], sys.argv[2]
    array = READERS[reader](path, *sys.argv[3:])
    name = " ".join([reader] + sys.argv[3:])
    print("\t".join([sample(path), name, "x".join(map(str, array.shape)), array.dtype.name, digest(array)]))


if __name__ == "__main__":
    main()
