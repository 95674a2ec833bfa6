#!/usr/bin/env python3
"""Makes small TIFF files of many kinds with tifffile and Pillow, and tells what is in them, to hold our reader against.

On Debian 12: apt-get install python3-tifffile python3-pil

    /usr/bin/python3 make_tiffs.py FOLDER

prints a line for each image: file, axes hint or -, number of the image in the file, shape as t x c x z x y x x, dtype, digest
(vitrail-pixels-1), separated by tabs. With a second argument it holds files called copy-X against X instead. Arrays are read back by the program that is no reader of ours wherever that can.
"""
import logging
import os
import sys

import numpy as np
import tifffile
from PIL import Image, TiffImagePlugin

from read_independently import digest, five

logging.disable(logging.CRITICAL)
FOLDER = sys.argv[1]
RANDOM = np.random.default_rng(5)


def path(name):
    return os.path.join(FOLDER, name)


def tell(name, array, axes, hint="-", number=0):
    array = five(np.asarray(array), axes)
    if array.dtype == bool:
        array = array.astype("uint8")
    if array.dtype == np.float16:
        array = array.astype("float32")
    print("\t".join([name, hint, str(number), "x".join(map(str, array.shape)), array.dtype.name, digest(array)]))


def tell_as_read(name, array, axes, number=0, hint="-"):
    """Tells what tifffile reads, which has to be what was written."""
    read = tifffile.imread(path(name), series=number)
    assert np.array_equal(np.squeeze(read), np.squeeze(array)), name
    tell(name, np.asarray(read).reshape(array.shape), axes, hint, number)


def values(dtype, shape):
    dtype = np.dtype(dtype)
    if dtype.kind == "f":
        return (RANDOM.random(shape) * 1000 - 500).astype(dtype)
    info = np.iinfo(dtype)
    return RANDOM.integers(info.min, info.max, shape, dtype=dtype, endpoint=True)


def layouts():
    for dtype in ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8"]:
        for order in "<>":
            for big in (False, True):
                for tile in (None, (16, 32)):
                    for compression in (None, "zlib"):
                        predictor = compression and order == "<" and dtype[0] != "f" and dtype[1] != "8"
                        name = "layout-%s-%s-%s-%s-%s.tif" % (
                            dtype, "le" if order == "<" else "be", "big" if big else "classic",
                            "tiles" if tile else "strips", compression)
                        array = values(dtype, (3, 45, 70))
                        tifffile.imwrite(path(name), array, bigtiff=big, byteorder=order, tile=tile,
                                         compression=compression, predictor=predictor or None,
                                         rowsperstrip=None if tile else 7, photometric="minisblack", metadata=None)
                        tell_as_read(name, array, "zyx")


def colors():
    for planar in ("contig", "separate"):
        for tile in (None, (16, 16)):
            name = "rgb-%s-%s.tif" % (planar, "tiles" if tile else "strips")
            array = values("u2", (45, 70, 3) if planar == "contig" else (3, 45, 70))
            tifffile.imwrite(path(name), array, planarconfig=planar, tile=tile, photometric="rgb",
                             compression="zlib", metadata=None)
            tell_as_read(name, array, "yxc" if planar == "contig" else "cyx")


def several_series():
    name = "series.tif"
    arrays = [values("u2", (4, 30, 40)), values("u1", (25, 20)), values("u2", (2, 50, 40))]
    with tifffile.TiffWriter(path(name)) as writer:
        for array in arrays:
            for plane in array.reshape((-1,) + array.shape[-2:]):
                writer.write(plane, metadata=None, contiguous=False, photometric="minisblack")
        writer.write(values("u2", (15, 20)), metadata=None, subfiletype=1, photometric="minisblack")
    for number, array in enumerate(arrays):
        tell_as_read(name, array, "zyx"[3 - array.ndim:], number)
    name = "alternating.tif"
    with tifffile.TiffWriter(path(name)) as writer:
        for i in range(3):
            writer.write(arrays[0][i], metadata=None, contiguous=False)
            writer.write(arrays[1] + i, metadata=None, contiguous=False)
    tell_as_read(name, arrays[0][:3], "zyx", 0)
    tell_as_read(name, np.stack([arrays[1] + i for i in range(3)]).astype("u1"), "zyx", 1)


def ome():
    name = "several.ome.tif"
    arrays = [(values("u2", (2, 3, 4, 30, 40)), "tczyx"), (values("u1", (5, 25, 20)), "zyx"),
              (values("f4", (2, 33, 21)), "cyx"), (values("u1", (31, 22, 3)), "yxc")]
    with tifffile.TiffWriter(path(name), ome=True) as writer:
        for array, axes in arrays:
            rgb = axes == "yxc"
            writer.write(array, metadata={"axes": "YXS" if rgb else axes.upper()},
                         photometric="rgb" if rgb else "minisblack", tile=(16, 16), compression="zlib")
    for number, (array, axes) in enumerate(arrays):
        tell_as_read(name, array, axes, number)


def pyramids():
    for ending, kwargs in ((".ome.tif", {"ome": True}), (".tif", {})):
        name = "pyramid" + ending
        array = values("u2", (3, 96, 128))
        with tifffile.TiffWriter(path(name), **kwargs) as writer:
            options = {"tile": (32, 32), "photometric": "minisblack"}
            writer.write(array, subifds=2, metadata={"axes": "ZYX"} if kwargs else None, **options)
            writer.write(array[:, ::2, ::2], subfiletype=1, metadata=None, **options)
            writer.write(array[:, ::4, ::4], subfiletype=1, metadata=None, **options)
            writer.write(array[0, :50], metadata={"axes": "YX"} if kwargs else None, **options)
        tell(name, array, "zyx", number=0)
        tell(name, array[0, :50], "yx", number=1)
        assert np.array_equal(tifffile.imread(path(name), series=0), array)


def further_axes():
    name = "modulo.ome.tif"
    array = values("u1", (2, 3, 4, 20, 30))
    tifffile.imwrite(path(name), array, ome=True, photometric="minisblack", metadata={"axes": "TAZYX"})
    read = tifffile.imread(path(name))
    assert np.array_equal(read, array)
    for angle in range(3):
        tell(name, read[:, angle], "tzyx", number=angle)
    name = "shaped.tif"
    tifffile.imwrite(path(name), array, photometric="minisblack", metadata={"axes": "TQZYX"})
    assert np.array_equal(tifffile.imread(path(name)), array)
    for q in range(3):
        tell(name, array[:, q], "tzyx", number=q)
    tifffile.imwrite(path("shaped-tc.tif"), array[:, :, 0], photometric="minisblack", metadata={"axes": "TCYX"})
    tell_as_read("shaped-tc.tif", array[:, :, 0], "tcyx")


def planar_shapes():
    """tifffile stores three or four planes that follow each other as the samples of one page, whatever their axis is."""
    for axes in ("TCYX", "TZCYX", "ZCYX", "QZCYX", "TYX", "ZYX", "CYX", "CZYX", "CTYX", "TZYX", "ZTYX", "TQYX", "TCZYX"):
        for last in (3, 4):
            for dtype in ("u1", "u2"):
                name = "planar-%s-%d-%s.tif" % (axes, last, dtype)
                array = values(dtype, {3: (), 4: (5,), 5: (2, 5)}[len(axes)] + (last, 20, 30))
                tifffile.imwrite(path(name), array, metadata={"axes": axes})
                with tifffile.TiffFile(path(name)) as tif:
                    assert tif.series[0].axes == axes and tif.pages[0].samplesperpixel == last, name
                if "Q" not in axes:
                    tell_as_read(name, array, axes.lower())
                    if len(axes) == 4:
                        other = {"t": "z", "z": "c", "c": "t"}
                        hint = "".join(other[axis] for axis in axes.lower()[:-2]) + "yx"
                        tell(name, array, hint, hint)
                else:
                    array, place = tifffile.imread(path(name)), axes.index("Q")
                    for q in range(array.shape[place]):
                        tell(name, np.take(array, q, place), axes.replace("Q", "").lower(), number=q)
    array = values("u1", (5, 3, 20, 30))
    tifffile.imwrite(path("planar-unnamed.tif"), array)
    tell_as_read("planar-unnamed.tif", array, "zcyx")
    for hint in ("tcyx", "tzyx", "ctyx"):
        tell("planar-unnamed.tif", array, hint, hint)
    tell("planar-unnamed.tif", array, "tcyx", "tyx")
    array = values("u1", (5, 20, 30, 4))
    tifffile.imwrite(path("chunky-TYXC.tif"), array, metadata={"axes": "TYXC"})
    tell_as_read("chunky-TYXC.tif", array, "tyxc")
    tell("chunky-TYXC.tif", array, "zyxc", "zyxc")


def imagej():
    array = values("u2", (2, 3, 4, 20, 30))
    tifffile.imwrite(path("imagej.tif"), array, imagej=True, metadata={"axes": "TZCYX"})
    tell_as_read("imagej.tif", array, "tzcyx")
    array = values("u1", (2, 3, 20, 30, 3))
    tifffile.imwrite(path("imagej-rgb.tif"), array, imagej=True, metadata={"axes": "TZYXS"})
    tell_as_read("imagej-rgb.tif", array, "tzyxc")


def lsm():
    import struct
    for name, t, z, c, scan in (("series.lsm", 3, 2, 3, 6), ("plane.lsm", 4, 1, 1, 3), ("stack.lsm", 1, 5, 3, 0)):
        array = values("u1", (t, z, c, 20, 30))
        info = struct.pack("<I9i6d2HI", 0x0400494C, 128, 30, 20, z, c, t, 1, 8, 8, 1e-7, 2e-7, 3e-7, 0, 0, 0,
                           scan, 0, 0).ljust(128, b"\0")[:128]
        with tifffile.TiffWriter(path(name)) as writer:
            for plane in array.reshape((-1,) + array.shape[2:]):
                tags = [(34412, "B", 128, info, True)]
                writer.write(plane if c > 1 else plane[0], photometric="rgb" if c > 1 else "minisblack",
                             metadata=None, contiguous=False,
                             planarconfig="separate" if c > 1 else None, extratags=tags)
                writer.write(np.zeros((8, 8), "u1"), photometric="minisblack", metadata=None, subfiletype=1)
        read = tifffile.imread(path(name), series=0)
        with tifffile.TiffFile(path(name)) as tif:
            axes = tif.series[0].axes.lower()
        assert np.array_equal(read, np.squeeze(array)), name
        tell(name, read, axes)


def pillow():
    gray = values("u1", (37, 53))
    smooth = np.add.outer(np.arange(37), np.arange(53)).astype("u1")
    modes = [("L", gray, "yx"), ("I;16", values("u2", (37, 53)), "yx"), ("RGB", values("u1", (37, 53, 3)), "yxc"),
             ("RGBA", values("u1", (37, 53, 4)), "yxc"), ("L", smooth, "yx"), ("F", values("f4", (37, 53)), "yx")]
    for compression in ("raw", "tiff_lzw", "packbits", "tiff_adobe_deflate", "tiff_deflate", "zstd"):
        for number, (mode, array, axes) in enumerate(modes):
            for predictor in (1, 2):
                if predictor == 2 and (compression in ("raw", "packbits") or mode == "F"):
                    continue
                name = "pillow-%s-%s-%d-%d.tif" % (compression, mode.replace(";", ""), number, predictor)
                image = Image.fromarray(array, mode)
                try:
                    image.save(path(name), compression=compression, tiffinfo={317: predictor} if predictor > 1 else {})
                except (OSError, KeyError, ValueError):
                    continue  # this Pillow cannot write it
                tell(name, np.asarray(Image.open(path(name))), axes)
    bilevel = values("u1", (37, 53)) > 100
    for compression in ("raw", "tiff_lzw", "packbits"):
        name = "bilevel-%s.tif" % compression
        Image.fromarray(bilevel).save(path(name), compression=compression)
        tell(name, np.asarray(Image.open(path(name))), "yx")
    palette = Image.fromarray(gray, "L").convert("P")
    palette.save(path("palette.tif"))
    tell("palette.tif", np.asarray(palette), "yx")
    assert np.array_equal(tifffile.imread(path("palette.tif")), np.asarray(palette))


def patched(name, rows, tags, order="<", **options):
    """A TIFF of bytes whose tags then say what the bytes really are."""
    tifffile.imwrite(path(name), rows, photometric="minisblack", metadata=None, byteorder=order, rowsperstrip=5,
                     extratags=[(269, "H", 1, tags.pop("FillOrder", 1), True)], **options)
    with tifffile.TiffFile(path(name), mode="r+b") as tif:
        for tag, value in tags.items():
            tif.pages[0].tags[tag].overwrite(value)
        place = tif.pages[0].tags[269].offset
    with open(path(name), "r+b") as file:  # tifffile does not write FillOrder itself
        file.seek(place)
        file.write((266).to_bytes(2, "little" if order == "<" else "big"))


def packed_rows(array, bits):
    """Each row as numpy packs it: most significant bit first, padded to a byte."""
    shifts = np.arange(bits - 1, -1, -1)
    flat = array.reshape(array.shape[0], -1).astype("u4")
    ones = ((flat[:, :, None] >> shifts) & 1).astype("u1")
    return np.packbits(ones.reshape(array.shape[0], -1), axis=1)


def reversed_bits(array):
    return np.packbits(np.unpackbits(array[..., None], axis=-1)[..., ::-1], axis=-1)[..., 0]


def depths():
    for bits in (1, 2, 3, 4, 6, 7, 9, 10, 11, 12, 13, 14, 15):
        array = RANDOM.integers(0, 2 ** bits, (23, 37)).astype("u1" if bits < 8 else "u2")
        for order in "<>":
            for fill in (1, 2):
                for compression in (None, "zlib"):
                    name = "bits-%d-%s-%d-%s.tif" % (bits, "le" if order == "<" else "be", fill, compression)
                    rows = packed_rows(array, bits)
                    tags = {"ImageWidth": 37, "BitsPerSample": bits, "FillOrder": fill}
                    if fill == 2 and compression:
                        continue  # the order holds for the compressed bytes, which tifffile writes as they are
                    patched(name, reversed_bits(rows) if fill == 2 else rows, tags, order,
                            compression=compression)
                    tell(name, array, "yx")
    wide = values("u2", (23, 37))
    little = np.ascontiguousarray(wide).view("u1")
    patched("reversed-16.tif", reversed_bits(little), {"ImageWidth": 37, "BitsPerSample": 16, "FillOrder": 2})
    tell_as_read("reversed-16.tif", wide, "yx")


def floats():
    name = "float-predictor.tif"
    array = values("f4", (23, 37))
    tifffile.imwrite(path(name), array.view("i4"), compression="zlib", predictor=True, metadata=None)
    with tifffile.TiffFile(path(name), mode="r+b") as tif:
        tif.pages[0].tags["SampleFormat"].overwrite(3)
    tell_as_read(name, array, "yx")
    bits = RANDOM.integers(0, 2 ** 24, (23, 37))
    bits[0, :4] = (0, 1 << 23, 0x7F0000, 0xFF0000)
    exponent, fraction = (bits >> 16) & 127, (bits & 0xFFFF) / 65536.0
    value = np.where(exponent == 0, fraction * 2.0 ** -62, (1 + fraction) * 2.0 ** (exponent - 63.0))
    value = np.where(exponent == 127, np.where(fraction == 0, np.inf, np.nan), value) * np.where(bits >> 23, -1, 1)
    bits[np.isnan(value)] = 0  # not-a-number has many forms
    value = np.where(np.isnan(value), 0, value).astype("f4")
    for order in "<>":
        rows = bits.astype(order + "u4")[..., None].view("u1").reshape(23, 37, 4)
        rows = rows[..., :3] if order == "<" else rows[..., 1:]
        name = "float24-%s.tif" % ("le" if order == "<" else "be")
        patched(name, np.ascontiguousarray(rows).reshape(23, 111).view("i1"),
                {"ImageWidth": 37, "BitsPerSample": 24, "SampleFormat": 3}, order)
        tell(name, value, "yx")


def several_files():
    array = values("u2", (3, 2, 20, 30))
    uuids = ["urn:uuid:00000000-0000-4000-8000-00000000000%d" % t for t in range(3)]
    data = "".join('<TiffData FirstT="%d" FirstZ="%d" IFD="%d" PlaneCount="1"><UUID FileName="multi-%d.ome.tif">%s</UUID></TiffData>'
                   % (t, z, z, t, uuids[t]) for t in range(3) for z in range(2))
    for t in range(3):
        text = ('<?xml version="1.0"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06" UUID="%s"><Image ID="Image:0">'
                '<Pixels ID="Pixels:0" DimensionOrder="XYZCT" Type="uint16" SizeX="30" SizeY="20" SizeC="1" SizeZ="2" SizeT="3">'
                '<Channel ID="Channel:0:0" SamplesPerPixel="1"/>%s</Pixels></Image></OME>' % (uuids[t], data))
        with tifffile.TiffWriter(path("multi-%d.ome.tif" % t)) as writer:
            for z in range(2):
                writer.write(array[t, z], description=text if z == 0 else None, metadata=None, contiguous=False)
    tell_as_read("multi-0.ome.tif", array, "tzyx")
    tell("multi-0.ome.tif,multi-1.ome.tif,multi-2.ome.tif", array, "tzyx")


def personal():
    """Files that name a person, as others write that: the secret is Roe."""
    array = values("u2", (3, 20, 30))
    name = "personal-imagej.tif"
    tifffile.imwrite(path(name), array, imagej=True, metadata={
        "axes": "ZYX", "Info": "Patient name: Jane Roe\nWidth: 30\n", "Labels": ["a", "Operator: Jane Roe", "c"]})
    tell_as_read(name, array, "zyx")
    name = "personal-tags.tif"
    tifffile.imwrite(path(name), array, photometric="minisblack", metadata=None, datetime="2019:04:02 10:11:12",
                     description="Biopsy, patient: Jane Roe", software="Imager, operator: Jane Roe",
                     extratags=[(315, "s", 0, "Jane Roe", True), (316, "s", 0, "ROE-PC of Roe", True),
                                (700, "B", 9, b"<x>Roe</x", True), (33723, "B", 8, b"\x1c\x02Roe  ", True),
                                (51123, "s", 0, '{"UserName": "Roe", "Height": 20}', True),
                                (40093, "B", 18, "Jane Roe\0".encode("utf-16-le"), True)])
    tell_as_read(name, array, "zyx")
    name = "personal-ome.ome.tif"
    text = ('<?xml version="1.0"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">'
            '<Experimenter ID="Experimenter:0" FirstName="Jane" LastName="Roe" Email="jane.Roe@hospital.example"/>'
            '<Image ID="Image:0"><AcquisitionDate>2019-04-02T10:11:12</AcquisitionDate>'
            '<Pixels ID="Pixels:0" DimensionOrder="XYZCT" Type="uint16" SizeX="30" SizeY="20" SizeC="1" SizeZ="3" SizeT="1">'
            '<Channel ID="Channel:0:0"/><TiffData/></Pixels></Image></OME>')
    tifffile.imwrite(path(name), array, photometric="minisblack", metadata=None, description=text)
    tell_as_read(name, array, "zyx")
    name = "personal-exif.tif"
    image = Image.fromarray(array[0].astype("u1"))
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[315] = "Jane Roe"
    tags[34665] = {36867: "2019:04:02 10:11:12", 37510: b"ASCII\0\0\0Operator: Jane Roe"}
    tags[34853] = {1: "N", 2: (47.0, 13.0, 6.0), 3: "W", 4: (1.0, 33.0, 13.0)}
    image.save(path(name), tiffinfo=tags)
    tell(name, np.asarray(Image.open(path(name))), "yx")


def check_copies():
    """Whether copies have the pixels of their originals, other programs open them, and the secret is gone."""
    for name in sorted(os.listdir(FOLDER)):
        if name.startswith("copy-"):
            for series in range(len(tifffile.TiffFile(path(name[5:])).series)):
                assert np.array_equal(tifffile.imread(path(name), series=series),
                                      tifffile.imread(path(name[5:]), series=series)), name
            with open(path(name), "rb") as file:
                content = file.read()
            assert b"Roe" not in content and "Roe".encode("utf-16-le") not in content, name
            with tifffile.TiffFile(path(name)) as tif:
                for page in tif.pages:
                    str(page.tags)
                if tif.ome_metadata:
                    tifffile.xml2dict(tif.ome_metadata)
            print(name)


def main():
    if len(sys.argv) > 2:
        check_copies()
        return
    layouts()
    colors()
    several_series()
    ome()
    pyramids()
    further_axes()
    planar_shapes()
    imagej()
    lsm()
    pillow()
    depths()
    floats()
    several_files()
    personal()


if __name__ == "__main__":
    main()
