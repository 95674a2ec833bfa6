#!/usr/bin/env python3
"""Makes the small TIFF files with JPEG and JPEG 2000 inside that JpegTiffTest reads, from a computed picture.

On Debian 12: apt-get install python3-pil. Run with Debian's own Python: make_jpeg_tiffs.py FOLDER
libjpeg-turbo compresses (through PIL), libtiff (through PIL) or this script builds the TIFF. What another program reads from them
stands in readings.tsv beside them, recorded with read_independently.py: pillow (libtiff) for JPEG, openslide for Aperio's JPEG 2000,
blocks (tifffile finds the tiles, PIL's OpenJPEG decodes each) for the others. The lossy one has no reading but a picture of its first
tile, because decoders round differently there.
rows440.jpg is the one stream that PIL cannot write (half the rows of chroma, all columns); the JDK's writer made it.
"""
import io
import os
import struct
import sys

import numpy as np
from PIL import Image

HEIGHT, WIDTH = 75, 101
TILE = 48
y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
RGB = np.stack([
    127 + 120 * np.sin(x / 7.0) * np.cos(y / 11.0),
    (x * 5 + y * 3) % 256,
    np.where((x // 13 + y // 9) % 2, 230, 25),
], axis=-1).astype(np.uint8)


def jpeg(array, mode, **options):
    out = io.BytesIO()
    Image.frombytes(mode, (array.shape[1], array.shape[0]), np.ascontiguousarray(array).tobytes()).save(
        out, "jpeg", quality=85, **options)
    return out.getvalue()


def tiles(array):
    for top in range(0, HEIGHT, TILE):
        for left in range(0, WIDTH, TILE):
            tile = array[top:top + TILE, left:left + TILE]
            yield np.pad(tile, [(0, TILE - tile.shape[0]), (0, TILE - tile.shape[1])] + [(0, 0)] * (array.ndim - 2), "edge")


def jpeg2000(array, mode, **options):
    out = io.BytesIO()
    out.name = "tile.j2k"
    size = (array.shape[1], array.shape[0])
    Image.frombytes(mode, size, np.ascontiguousarray(array).tobytes()).save(out, "jpeg2000", no_jp2=True, **options)
    return out.getvalue()


def split(stream):
    """Tables, and the stream without them and without application markers: as Adobe's note wants tiles."""
    tables, rest, at = b"\xff\xd8", b"\xff\xd8", 2
    while stream[at + 1] != 0xda:
        end = at + 2 + int.from_bytes(stream[at + 2:at + 4], "big")
        if stream[at + 1] in (0xdb, 0xc4):
            tables += stream[at:end]
        elif stream[at + 1] != 0xe0:
            rest += stream[at:end]
        at = end
    return tables + b"\xff\xd9", rest + stream[at:]


def tiled(folder, name, streams, photometric, order="<", **fields):
    """One page of tiles, as TIFF 6.0 section 15 and Adobe TIFF Technical Note 2 lay it out."""
    write(os.path.join(folder, name), [page(streams, photometric, **fields)], order)


def page(streams, photometric, samples=3, planar=1, subsampling=None, tables=None, compression=7, bits=8, text=None,
         size=(WIDTH, HEIGHT), strips=False, more=()):
    """The blocks of a page and its fields, those of the blocks' places still empty."""
    fields = {256: ("H", [size[0]]), 257: ("H", [size[1]]), 258: ("H", [bits] * samples), 259: ("H", [compression]),
              262: ("H", [photometric]), 277: ("H", [samples]), 284: ("H", [planar])}
    fields.update({278: ("H", [size[1]])} if strips else {322: ("H", [TILE]), 323: ("H", [TILE])})
    fields.update({tag: ("I", [value]) for tag, value in more})
    if tables:
        fields[347] = ("B", list(tables))
    if text:
        fields[270] = ("s", list(text.encode() + b"\0"))
    if subsampling:
        fields[530] = ("H", list(subsampling))
    return streams, fields, strips


def write(path, pages, order):
    out, pointer = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, 0), 4
    for streams, fields, strips in pages:
        starts = np.cumsum([len(out)] + [len(stream) for stream in streams])[:-1]
        fields[273 if strips else 324] = ("I", list(starts))
        fields[279 if strips else 325] = ("I", [len(stream) for stream in streams])
        out += b"".join(streams)
        out = out[:pointer] + struct.pack(order + "I", len(out)) + out[pointer + 4:]
        directory, values, at = b"", b"", len(out) + 2 + 12 * len(fields) + 4
        for tag, (kind, numbers) in sorted(fields.items()):
            packed = bytes(numbers) if kind in "Bs" else struct.pack(order + kind * len(numbers), *numbers)
            directory += struct.pack(order + "HHI", tag, {"B": 7, "s": 2, "H": 3, "I": 4}[kind], len(numbers))
            directory += packed.ljust(4, b"\0") if len(packed) <= 4 else struct.pack(order + "I", at + len(values))
            values += packed + b"\0" * (len(packed) % 2) if len(packed) > 4 else b""
        pointer = at - 4
        out += struct.pack(order + "H", len(fields)) + directory + struct.pack(order + "I", 0) + values
    with open(path, "wb") as file:
        file.write(out)


def ycc(rgb):
    return np.asarray(Image.fromarray(rgb).convert("YCbCr"))


def main():
    folder = sys.argv[1]
    Image.fromarray(RGB).save(os.path.join(folder, "libtiff_rgb_strips.tif"), compression="jpeg", quality=80)
    Image.fromarray(RGB[..., 1]).save(os.path.join(folder, "libtiff_gray_strips.tif"), compression="jpeg", quality=80)
    for name, number, factors in (("444", 0, (1, 1)), ("422", 1, (2, 1)), ("420", 2, (2, 2))):
        tiled(folder, "ycbcr%s_tiles.tif" % name, [jpeg(t, "RGB", subsampling=number) for t in tiles(RGB)], 6, subsampling=factors)
    tiled(folder, "ycbcr420_progressive_tiles.tif", [jpeg(t, "RGB", subsampling=2, progressive=True) for t in tiles(RGB)], 6,
          subsampling=(2, 2))
    # components stored as they are: PIL does not transform what it is told to be YCbCr already
    tiled(folder, "rgb_tiles.tif", [jpeg(t, "YCbCr", subsampling=0) for t in tiles(RGB)], 2)
    halves = [split(jpeg(t, "RGB", subsampling=2)) for t in tiles(RGB)]
    tiled(folder, "ycbcr420_tables_tiles.tif", [half[1] for half in halves], 6, subsampling=(2, 2), tables=halves[0][0], order=">")
    tiled(folder, "gray_tiles.tif", [jpeg(t, "L") for t in tiles(RGB[..., 0])], 1, samples=1)
    tiled(folder, "rgb_planes_tiles.tif", [jpeg(t, "L") for c in range(3) for t in tiles(RGB[..., c])], 2, planar=2)
    with open(os.path.join(folder, "rows440.jpg"), "rb") as rows:
        tiled(folder, "ycbcr440_tiles.tif", [rows.read()] * 6, 6, subsampling=(1, 2))

    # Aperio's three ways with JPEG 2000 (OpenSlide reads the first two), and the registered number
    aperio = "Aperio Image Library v1\n%dx%d|AppMag = 20|MPP = 0.5" % (WIDTH, HEIGHT)
    tiled(folder, "aperio_33003.svs", [jpeg2000(ycc(t), "RGB", mct=0) for t in tiles(RGB)], 2, compression=33003, text=aperio)
    tiled(folder, "aperio_33005.svs", [jpeg2000(t, "RGB") for t in tiles(RGB)], 2, compression=33005, text=aperio)
    lossy = [jpeg2000(t, "RGB", irreversible=True, quality_mode="rates", quality_layers=[8]) for t in tiles(RGB)]
    tiled(folder, "jp2k_lossy.tif", lossy, 2, compression=34712)
    Image.open(io.BytesIO(lossy[0])).save(os.path.join(folder, "jp2k_lossy_first_tile.png"))
    deep = RGB[..., 1].astype("<u2") * 200 + 17
    tiled(folder, "jp2k_uint16.tif", [jpeg2000(t, "I;16") for t in tiles(deep)], 1, samples=1, bits=16, compression=34712, order=">")

    slide(os.path.join(folder, "slide.svs"))
    trestle(os.path.join(folder, "..", "..", "slide", "trestle.tif"))


def trestle(path):
    """The least that OpenSlide takes for a slide of Trestle: a slide that is not read here but through the library."""
    streams, fields, strips = page([jpeg(t, "RGB", subsampling=0) for t in tiles(RGB)], 6, subsampling=(1, 1),
                                   text="Background Color=E6E6E6;OverlapsXY=0 0;Objective Power=20;Operator=made up")
    fields[305] = ("s", list(b"MedScan\0"))
    fields[306] = ("s", list(b"2001:02:03 04:05:06\0"))
    write(path, [(streams, fields, strips)], "<")


def slide(path):
    """As Aperio's scanners write them, in small: image, thumbnail, a reduced level, label, overview. All names and numbers are made up."""
    text = ("Aperio Image Library v1\r\n%dx%d (48x48) JPEG/RGB Q=85|AppMag = 20|StripeWidth = 2040|ScanScope ID = SCANNER7|"
            "Filename = case-0815|Date = 01/02/03|Time = 04:05:06|User = operator7|MPP = 0.5000|Left = 1.5|Title = made up")
    small = RGB[::2, ::2]
    height, width = small.shape[:2]
    pages = [page([jpeg(t, "YCbCr", subsampling=0) for t in tiles(RGB)], 2, text=text % (WIDTH, HEIGHT)),
             page([jpeg(small, "YCbCr", subsampling=0)], 2, text=text % (width, height), size=(width, height), strips=True),
             page([jpeg(np.pad(small, [(0, TILE - height), (0, 2 * TILE - width), (0, 0)], "edge")[:, i * TILE:(i + 1) * TILE],
                        "YCbCr", subsampling=0) for i in range(2)], 2, text=text % (width, height), size=(width, height)),
             page([b"LABEL" * 60], 2, compression=1, text="Aperio Image Library v1\r\nlabel 10x10", size=(10, 10), strips=True,
                  more=[(254, 1)]),
             page([jpeg(small, "YCbCr", subsampling=0)], 2, text="Aperio Image Library v1\r\nmacro %dx%d" % (width, height),
                  size=(width, height), strips=True, more=[(254, 9)])]
    write(path, pages, "<")


if __name__ == "__main__":
    main()
