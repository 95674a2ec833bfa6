#!/usr/bin/env python3
"""Writes NIfTI files of many kinds with nibabel into a folder, reads each again with nibabel and prints what it read.

One line for each volume, separated by tabs: file names separated by spaces, shape as t x c x z x y x x, dtype, digest.
"""
import os
import sys

import nibabel
import numpy as np

from read_independently import digest, nibabel_reader

KINDS = [
    # name, class, type, byte order, shape as stored, axes
    ("u8.nii", nibabel.Nifti1Image, "u1", "<", (5, 4, 3), "xyz"),
    ("i8.nii.gz", nibabel.Nifti1Image, "i1", ">", (5, 4), "xy"),
    ("i16big.nii.gz", nibabel.Nifti1Image, "i2", ">", (37, 21, 6, 2), "xyzt"),
    ("u16.nii", nibabel.Nifti2Image, "u2", "<", (37, 21, 6, 2, 3), "xyztc"),
    ("u16big.nii", nibabel.Nifti2Image, "u2", ">", (600, 530, 2), "xyz"),
    ("i32.nii.gz", nibabel.Nifti2Image, "i4", "<", (7, 6, 5), "xyz"),
    ("u32.nii", nibabel.Nifti1Image, "u4", ">", (7, 6, 5), "xyz"),
    ("i64.nii", nibabel.Nifti1Image, "i8", "<", (7, 6, 5), "xyz"),
    ("u64.nii", nibabel.Nifti1Image, "u8", ">", (7, 6, 5), "xyz"),
    ("f32.nii", nibabel.Nifti1Image, "f4", ">", (9, 8, 7, 1, 2), "xyztc"),
    ("f64.nii.gz", nibabel.Nifti2Image, "f8", ">", (9, 8, 7), "xyz"),
    ("pair.img", nibabel.Nifti1Pair, "i2", "<", (9, 8, 7), "xyz"),
    ("pairgz.img.gz", nibabel.Nifti2Pair, "f4", ">", (9, 8, 7), "xyz"),
]


def values(kind, shape):
    random = np.random.default_rng(7)
    if kind[0] == "f":
        return random.normal(size=shape).astype(kind)
    limits = np.iinfo(kind)
    return random.integers(limits.min, limits.max, size=shape, dtype=kind, endpoint=True)


def header(image_class, order, kind, shape):
    made = image_class.header_class(endianness=order)
    made.set_data_dtype(np.dtype(kind).newbyteorder(order))
    made.set_data_shape(shape)
    made.set_xyzt_units("mm", "sec")
    return made


def write(folder, name, image_class, kind, order, shape):
    data = values(kind, shape)
    made = header(image_class, order, kind, shape)
    image = image_class(data, np.diag([0.5, 0.25, 2.0, 1.0]), made)
    path = os.path.join(folder, name)
    nibabel.save(image, path)
    names = [name] if ".nii" in name else [name.replace(".img", ".hdr"), name]
    return path, names


def color(folder):
    data = np.random.default_rng(3).integers(0, 256, size=(6, 5, 4, 3), dtype="u1")
    structured = np.ascontiguousarray(data).view(np.dtype([("R", "u1"), ("G", "u1"), ("B", "u1")])).reshape(6, 5, 4)
    path = os.path.join(folder, "rgb.nii.gz")
    nibabel.save(nibabel.Nifti1Image(structured, np.eye(4)), path)
    return path


def scaled(folder):
    """Floats that nibabel stores as integers with a slope."""
    image = nibabel.Nifti1Image(np.linspace(-3, 9, 60).reshape(5, 4, 3), np.eye(4))
    image.set_data_dtype(np.int16)
    path = os.path.join(folder, "scaled.nii")
    nibabel.save(image, path)
    return path


def line(names, path, axes):
    array = nibabel_reader(path, axes)
    print("\t".join([" ".join(names), "x".join(map(str, array.shape)), array.dtype.name, digest(array)]))


def main():
    folder = sys.argv[1]
    for name, image_class, kind, order, shape, axes in KINDS:
        path, names = write(folder, name, image_class, kind, order, shape)
        line(names, path, axes)
    line(["rgb.nii.gz"], color(folder), "xyzc")
    line(["scaled.nii"], scaled(folder), "xyz")


if __name__ == "__main__":
    main()
