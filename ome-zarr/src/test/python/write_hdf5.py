#!/usr/bin/env python3
"""Writes HDF5 files of many kinds with h5py into a folder, reads each again with h5py and prints what it read.

One line for each image, separated by tabs: file names separated by spaces, shape as t x c x z x y x x, dtype, digest, number of the image.
"""
import json
import os
import sys

import h5py
import numpy as np

from read_independently import digest, five


def noise(shape, kind):
    random = np.random.default_rng(11)
    if np.dtype(kind).kind == "f":
        return random.normal(size=shape).astype(kind)
    limits = np.iinfo(kind)
    return random.integers(limits.min, limits.max, size=shape, dtype=np.dtype(kind).newbyteorder("="),
                           endpoint=True).astype(kind)


def smooth(shape, kind):
    return (np.indices(shape).sum(axis=0) % 97).astype(kind)


PLAIN = [
    # name, data, axes, options of the data set, options of the file
    ("flat.h5", noise((30, 41), "u2"), "yx", {}, {}),
    ("big.h5", noise((5, 30, 41), ">u2"), "zyx", {}, {"userblock_size": 1024}),
    ("bigchunked.h5", smooth((5, 30, 41), ">f8"), "zyx", {"chunks": (2, 16, 16), "compression": "gzip"}, {}),
    ("gzip.h5", smooth((5, 130, 141), "f4"), "zyx",
     {"chunks": (2, 64, 64), "compression": "gzip", "shuffle": True, "fletcher32": True}, {}),
    ("incompressible.h5", noise((64, 64), "u1"), "yx", {"chunks": (32, 32), "compression": "gzip", "shuffle": True}, {}),
    ("lzf.h5", smooth((70, 50), "i4"), "yx", {"chunks": (32, 32), "compression": "lzf"}, {}),
    ("odd.h5", smooth((33, 35), "u1"), "yx", {"chunks": (11, 7), "fletcher32": True}, {}),
    ("signed.h5", noise((20, 21), "i1"), "yx", {}, {}),
    ("long.h5", noise((20, 21), "i8"), "yx", {"chunks": (7, 9)}, {}),
    ("latest.h5", smooth((5, 30, 41), "u2"), "zyx", {"chunks": (1, 16, 16), "compression": "gzip"}, {"libver": "latest"}),
    ("single.h5", smooth((30, 41), "u2"), "yx", {"chunks": (30, 41), "compression": "gzip"}, {"libver": "latest"}),
    ("growing.h5", smooth((5, 30, 41), "u2"), "zyx", {"chunks": (1, 16, 16), "maxshape": (None, 30, 41)},
     {"libver": "latest"}),
    ("growing2.h5", smooth((5, 30, 41), "u2"), "zyx", {"chunks": (1, 16, 16), "maxshape": (None, None, 41)},
     {"libver": "latest"}),
    ("fixed.h5", smooth((60, 70, 80), "u1"), "zyx", {"chunks": (1, 8, 8)}, {"libver": "latest"}),
    ("extensible.h5", smooth((60, 70, 80), "u1"), "zyx", {"chunks": (1, 8, 8), "maxshape": (None, 70, 80)},
     {"libver": "latest"}),
    ("tree.h5", smooth((60, 70, 80), "u1"), "zyx", {"chunks": (1, 8, 8), "maxshape": (None, None, 80)},
     {"libver": "latest"}),
    ("packedfixed.h5", smooth((60, 70, 80), "u1"), "zyx", {"chunks": (1, 8, 8), "compression": "gzip"}, {"libver": "latest"}),
    ("packedextensible.h5", smooth((60, 70, 80), "u1"), "zyx",
     {"chunks": (1, 8, 8), "maxshape": (None, 70, 80), "compression": "gzip"}, {"libver": "latest"}),
    ("packedtree.h5", smooth((60, 70, 80), "u1"), "zyx",
     {"chunks": (1, 8, 8), "maxshape": (None, None, 80), "compression": "gzip"}, {"libver": "latest"}),
    ("many.h5", smooth((40, 300, 300), "u1"), "zyx", {"chunks": (1, 32, 32)}, {}),
]


def plain(folder):
    for name, data, axes, options, file_options in PLAIN:
        with h5py.File(os.path.join(folder, name), "w", **file_options) as file:
            file.create_dataset("data" if "i" in name else "group/data", data=data, **options)
        line(folder, name, axes)


def special(folder):
    with h5py.File(os.path.join(folder, "holes.h5"), "w") as file:
        made = file.create_dataset("data", shape=(64, 80), chunks=(16, 16), dtype="u2", fillvalue=513)
        made[20:40, 3:70] = 7
    line(folder, "holes.h5", "yx")
    with h5py.File(os.path.join(folder, "empty.h5"), "w") as file:
        file.create_dataset("data", shape=(64, 80), dtype=">f4", fillvalue=1.5)
    line(folder, "empty.h5", "yx")
    with h5py.File(os.path.join(folder, "mask.h5"), "w") as file:
        file.create_dataset("data", data=smooth((9, 10), "u1") % 2 == 0)
    line(folder, "mask.h5", "yx")
    with h5py.File(os.path.join(folder, "ilastik.h5"), "w") as file:
        made = file.create_dataset("exported_data", data=noise((2, 6, 7, 8, 3), "f4"), chunks=(1, 3, 4, 8, 2))
        made.attrs["axistags"] = json.dumps({"axes": [{"key": key, "typeFlags": 2} for key in "tzyxc"]})
    line(folder, "ilastik.h5", "tzyxc")
    with h5py.File(os.path.join(folder, "labeled.h5"), "w") as file:
        made = file.create_dataset("data", data=noise((6, 3, 8, 7), "u1"))
        for i, label in enumerate(["x", "c", "z", "y"]):
            made.dims[i].label = label
        made.attrs["element_size_um"] = [2.0, 0.5, 0.25]
    line(folder, "labeled.h5", "xczy")


def imaris_text(group, name, text):
    group.attrs[name] = np.frombuffer(text.encode("utf-8"), dtype="S1")


def imaris(folder):
    path = os.path.join(folder, "cells.ims")
    data = noise((2, 2, 5, 30, 41), "u2")
    with h5py.File(path, "w") as file:
        imaris_text(file, "ImarisDataSet", "ImarisDataSet")
        for t in range(2):
            for c in range(2):
                group = file.create_group("DataSet/ResolutionLevel 0/TimePoint %d/Channel %d" % (t, c))
                for axis, size in zip("ZYX", (5, 30, 41)):
                    imaris_text(group, "ImageSize" + axis, str(size))
                padded = np.zeros((8, 32, 48), "u2")
                padded[:5, :30, :41] = data[t, c]
                group.create_dataset("Data", data=padded, chunks=(8, 16, 16), compression="gzip", compression_opts=2)
        image = file.create_group("DataSetInfo/Image")
        for axis, size in zip("XYZ", (41, 30, 5)):
            imaris_text(image, axis, str(size))
        for axis, extent in enumerate((20.5, 15.0, 10.0)):
            imaris_text(image, "ExtMin%d" % axis, "0")
            imaris_text(image, "ExtMax%d" % axis, str(extent))
        imaris_text(image, "Unit", "um")
        imaris_text(image, "Name", "cells")
        imaris_text(image, "Description", "Operator: Jane Example, jane@example.org")
        for c, (name, color) in enumerate((("DAPI", "0 0 1"), ("GFP", "0.000 1.000 0.500"))):
            group = file.create_group("DataSetInfo/Channel %d" % c)
            imaris_text(group, "Name", name)
            imaris_text(group, "Color", color)
    report(["cells.ims"], data)


SPIM = """<?xml version="1.0" encoding="UTF-8"?>
<SpimData version="0.2">
  <BasePath type="relative">.</BasePath>
  <SequenceDescription>
    <ImageLoader format="bdv.hdf5"><hdf5 type="relative">views.h5</hdf5></ImageLoader>
    <ViewSetups>
%s      <Attributes name="channel">
        <Channel><id>0</id><name>DAPI</name></Channel>
        <Channel><id>1</id><name>GFP</name></Channel>
      </Attributes>
      <Attributes name="angle"><Angle><id>0</id><name>0</name></Angle><Angle><id>1</id><name>90</name></Angle></Attributes>
    </ViewSetups>
    <Timepoints type="range"><first>0</first><last>1</last></Timepoints>
  </SequenceDescription>
</SpimData>
"""

SETUP = """      <ViewSetup><id>%d</id><name>setup %d</name><size>41 30 5</size>
        <voxelSize><unit>\xb5m</unit><size>0.5 0.25 2.0</size></voxelSize>
        <attributes><channel>%d</channel><angle>%d</angle></attributes></ViewSetup>
"""


def viewer(folder):
    data = noise((4, 2, 5, 30, 41), "u2")
    with h5py.File(os.path.join(folder, "views.h5"), "w") as file:
        for setup in range(4):
            file.create_dataset("s%02d/resolutions" % setup, data=[[1.0, 1.0, 1.0], [2.0, 2.0, 1.0]])
            file.create_dataset("s%02d/subdivisions" % setup, data=np.array([[16, 16, 4], [16, 16, 4]], "i4"))
            for t in range(2):
                cells = "t%05d/s%02d/%%d/cells" % (t, setup)
                full = data[setup, t].view("i2")
                file.create_dataset(cells % 0, data=full, chunks=(4, 16, 16), compression="gzip")
                file.create_dataset(cells % 1, data=full[:, ::2, ::2], chunks=(4, 8, 8), compression="gzip")
    with open(os.path.join(folder, "views.xml"), "w", encoding="utf-8") as xml:
        xml.write(SPIM % "".join(SETUP % (i, i, i % 2, i // 2) for i in range(4)))
    for angle in range(2):
        report(["views.h5", "views.xml"], np.stack([data[2 * angle], data[2 * angle + 1]], axis=1), angle)
    for setup in range(4):
        report(["views.h5"], data[setup][:, np.newaxis], setup)


def points(folder):
    """More time points than a short group has."""
    data = noise((40, 1, 2, 9, 8), "u1")
    with h5py.File(os.path.join(folder, "points.h5"), "w") as file:
        file.create_dataset("s00/resolutions", data=[[1.0, 1.0, 1.0]])
        for t in range(40):
            file.create_dataset("t%05d/s00/0/cells" % t, data=data[t, 0], chunks=(1, 4, 4))
    report(["points.h5"], data)


def refused(folder):
    """Files without a line: what is not read, and a giant that holds nothing."""
    with h5py.File(os.path.join(folder, "two.h5"), "w") as file:
        file["raw/first"] = smooth((4, 5), "u1")
        file["raw/second"] = smooth((4, 5), "u1")
        file["table"] = np.arange(9)
    with h5py.File(os.path.join(folder, "table.h5"), "w") as file:
        file["table"] = np.arange(9)
    with h5py.File(os.path.join(folder, "unnamed.h5"), "w") as file:
        file["data"] = smooth((2, 3, 4, 5), "u1")
    with h5py.File(os.path.join(folder, "half.h5"), "w") as file:
        file["data"] = smooth((4, 5), "f2")
    with h5py.File(os.path.join(folder, "scaled.h5"), "w") as file:
        file.create_dataset("data", data=smooth((40, 50), "i4"), chunks=(8, 8), scaleoffset=0)
    with h5py.File(os.path.join(folder, "linked.h5"), "w") as file:
        file["t00000/s00/0/cells"] = h5py.ExternalLink("views.h5", "t00000/s00/0/cells")
    with h5py.File(os.path.join(folder, "ring.h5"), "w") as file:
        file["data"] = smooth((4, 5), "u1")
        file["ring/again"] = file["/"]
        file["soft"] = h5py.SoftLink("/soft")
    with h5py.File(os.path.join(folder, "notes.h5"), "w") as file:
        file["data"] = smooth((4, 5), "u1")
        file["operator"] = "Jane Example"
        file["remarks"] = np.array(["nothing", "ask jane@example.org"], dtype="S30")
        file["harmless"] = "confocal"
        file["table"] = np.zeros(3, dtype=[("number", "i4"), ("name", "S10")])
        file["numbers"] = np.zeros(3, dtype=[("number", "i4"), ("other", "f4")])
        file.create_dataset("chunked", data=np.array(["a"] * 40, dtype="S9"), chunks=(10,))
    with h5py.File(os.path.join(folder, "giant.h5"), "w") as file:
        file.create_dataset("data", shape=(200_000, 200_000), chunks=(256, 256), dtype="u2", compression="gzip")
        file["data"][199_990:, 199_990:] = 77
    path = os.path.join(folder, "block.h5")
    with h5py.File(path, "w", userblock_size=512) as file:
        file["data"] = smooth((4, 5), "u1")
    with open(path, "r+b") as file:
        file.write(b"made for jane@example.org")


def hidden(folder):
    """Files with a picture and texts where programs do not put them."""
    def picture(name, **options):
        file = h5py.File(os.path.join(folder, name), "w", **options)
        file["data"] = smooth((4, 5), "u1")
        return file

    person = "Operator: Jane Roe"
    with picture("composed.h5") as file:
        kind = [("number", "i4"), ("operator", "S20")]
        file.attrs["run"] = np.array([(1, b"Jane Roe")], dtype=kind)
        file.attrs["acquired by Jane Roe"] = 3
        file["table"] = np.zeros(2, dtype=[("taken by Jane Roe", "i4"), ("b", "f4")])
    with picture("names.h5") as file:
        file["taken by Jane Roe"] = np.arange(3)
        file["patient 0012345/data"] = np.arange(3)
        file["soft"] = h5py.SoftLink("/photo of jane@example.org")
        file["outside"] = h5py.ExternalLink("Jane_Roe.h5", "/data")
    for name, libver in (("opaque.h5", "earliest"), ("opaquelatest.h5", "latest")):
        with picture(name, libver=libver) as file:
            file["data"].attrs["secret"] = np.void(person.encode("ascii"))
            file.attrs["other"] = np.void(b"1234567")
            file["blob"] = np.void(person.encode("ascii"))
    with picture("opaquemany.h5", libver="latest") as file:
        for i in range(20):
            file["data"].attrs["secret%d" % i] = np.void(b"1234567")
    with picture("spelled.h5") as file:
        letters = np.frombuffer(person.encode("ascii"), "u1")
        file["bytes"] = letters
        file["signed"] = letters.astype("i1")
        file["wide"] = letters.astype("u2")
        file.attrs["codes"] = letters.astype("i4")
        file["numbers"] = np.arange(200, dtype="u1")
    with picture("behind.h5") as file:
        pass
    with open(os.path.join(folder, "behind.h5"), "ab") as file:
        file.write(person.encode("ascii"))


def line(folder, name, axes):
    with h5py.File(os.path.join(folder, name), "r") as file:
        found = []
        file.visititems(lambda path, node: found.append(node) if isinstance(node, h5py.Dataset) else None)
        array = found[0][...]
    report([name], five(array.astype("u1") if array.dtype == bool else array, axes))


def report(names, array, image=0):
    print("\t".join([" ".join(names), "x".join(map(str, array.shape)), array.dtype.name, digest(array), str(image)]))


def main():
    folder = sys.argv[1]
    plain(folder)
    special(folder)
    imaris(folder)
    viewer(folder)
    points(folder)
    refused(folder)
    hidden(folder)


if __name__ == "__main__":
    main()
