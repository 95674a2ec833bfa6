#!/usr/bin/env python3
"""Writes PNG and JPEG pictures of many kinds with Pillow into a folder, reads each again with Pillow and prints what it read.

One line for each picture, separated by tabs: file name, shape as t x c x z x y x x, dtype, digest. JPEGs get a raw copy of their pixels
beside them (name.rgb), for measuring how far two decoders are apart.
"""
import os
import struct
import sys
import zlib

import numpy as np
from PIL import Image, ImageCms, PngImagePlugin

from read_independently import digest, five


def scene(mode="RGB", size=(93, 71)):
    """Smooth color with noise, so that subsampling shows."""
    x, y = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    noise = np.random.default_rng(5).integers(0, 60, size=(size[1], size[0], 3))
    color = np.stack([x * 2, y * 2, (x + y) % 200], axis=-1) % 190 + noise
    return Image.fromarray(color.astype("u1")).convert(mode)


def report(name, array, axes):
    tczyx = five(array, axes)
    print("\t".join([name, "x".join(map(str, tczyx.shape)), tczyx.dtype.name, digest(tczyx)]))


def reread(path):
    image = Image.open(path)
    if image.mode in ("P", "RGBA"):
        image = image.convert("RGB")
    if image.mode in ("LA", "1"):
        image = image.convert("L")
    array = np.asarray(image)
    return array.astype("u2") if image.mode.startswith("I") else array


def save(folder, name, image, **options):
    path = os.path.join(folder, name)
    image.save(path, **options)
    array = reread(path)
    report(name, array, "yx" if array.ndim == 2 else "yxc")
    if name.endswith(".jpg"):
        array.tofile(path + ".rgb")


def pngs(folder):
    save(folder, "gray.png", scene("L"))
    save(folder, "grayalpha.png", scene("LA"))
    save(folder, "rgb.png", scene())
    save(folder, "rgba.png", scene("RGBA"))
    save(folder, "palette.png", scene().quantize(200))
    save(folder, "palette4.png", scene().quantize(13))
    save(folder, "bits.png", scene("1"))
    deep = (np.arange(60 * 50).reshape(60, 50) * 21).astype("u2")
    save(folder, "deep.png", Image.fromarray(deep))
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Jane Example")
    texts.add_text("Comment", "a remark", zip=True)
    texts.add_itxt("Description", "mail jane@example.org", zip=True)
    texts.add_text("Software", "Pillow")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "Jane Example"
    save(folder, "texts.png", scene(), pnginfo=texts, exif=exif, dpi=(300, 300))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def deep_color(folder):
    """16 bits RGB, which Pillow does not write."""
    array = np.random.default_rng(9).integers(0, 65536, size=(21, 17, 3), dtype="u2")
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in array)
    with open(os.path.join(folder, "deepcolor.png"), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 17, 21, 16, 2, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    report("deepcolor.png", array, "yxc")


def jpegs(folder):
    save(folder, "gray.jpg", scene("L"), quality=90)
    for name, sampling in (("444", 0), ("422", 1), ("420", 2)):
        save(folder, name + ".jpg", scene(), quality=90, subsampling=sampling)
    save(folder, "progressive.jpg", scene(), quality=80, progressive=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "Jane Example"
    exif[0x010E] = "operator: Jane Example"
    exif[0x0132] = "2020:02:03 04:05:06"
    exif[0x8825] = {1: "N", 2: (48.0, 51.0, 30.0)}
    exif[0x8769] = {0xA430: "Jane Example", 0xA431: "SN12345"}
    save(folder, "camera.jpg", scene(), quality=90, exif=exif, comment=b"taken by Jane Example",
         icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), dpi=(72, 72))
    scene("CMYK").save(os.path.join(folder, "cmyk.jpg"))


def main():
    folder = sys.argv[1]
    pngs(folder)
    deep_color(folder)
    jpegs(folder)


if __name__ == "__main__":
    main()
