#!/usr/bin/env python3
"""Writes small DICOM files of every transfer syntax that pydicom can write without plug-ins, and reads these and its own test files.

    /usr/bin/python3 write_dicom.py FOLDER

prints for each file that pydicom can decode: path, shape as t x c x z x y x x, dtype, digest, separated by tabs. Files of which
the last column is "near" may differ by rounding, since JPEG decoders may.
"""
import io
import os
import sys
import warnings

import numpy as np
import pydicom
from PIL import Image
from pydicom.dataset import Dataset, FileMetaDataset, FileDataset
from pydicom.encaps import generate_pixel_data_frame
from pydicom.uid import (DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ExplicitVRLittleEndian,
                         ImplicitVRLittleEndian, RLELossless, generate_uid)

from read_independently import digest, five, pydicom_reader

SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
SKIPPED = {
    # a sample of another kind than stored values, or damage that pydicom overlooks
    "JPEG2000-embedded-sequence-delimiter.dcm", "GDCMJ2K_TextGBR.dcm", "badVR.dcm",
}
# says RGB of subsampled JPEG, which only YCbCr can be: pydicom gives it as it is, Pillow as the picture that was meant
MISNAMED = {"SC_rgb_jpeg_lossy_gdcm.dcm"}
# lossless JPEG, which pydicom cannot decode, of the picture that another file has in a form that it can
TWINS = {"SC_rgb_jpeg_gdcm.dcm": "SC_rgb_rle.dcm"}


def dataset(syntax, sop_class=SECONDARY_CAPTURE):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = sop_class
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = syntax
    made = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)
    made.is_little_endian = syntax != ExplicitVRBigEndian
    made.is_implicit_VR = syntax == ImplicitVRLittleEndian
    made.SOPClassUID = sop_class
    made.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    made.Modality = "OT"
    made.SeriesInstanceUID = generate_uid()
    return made


def put(made, array, bits=None):
    """array: frames, rows, columns, samples."""
    frames, rows, columns, samples = array.shape
    made.Rows, made.Columns, made.SamplesPerPixel = rows, columns, samples
    made.NumberOfFrames = frames
    made.PhotometricInterpretation = "RGB" if samples == 3 else "MONOCHROME2"
    if samples == 3:
        made.PlanarConfiguration = 0
    made.BitsAllocated = 8 * array.dtype.itemsize
    made.BitsStored = bits or made.BitsAllocated
    made.HighBit = made.BitsStored - 1
    made.PixelRepresentation = 1 if array.dtype.kind == "i" else 0
    order = "<" if made.is_little_endian else ">"
    made.PixelData = array.astype(array.dtype.newbyteorder(order)).tobytes()
    if len(made.PixelData) % 2:
        made.PixelData += b"\0"
    made["PixelData"].VR = "OB" if array.dtype.itemsize == 1 and made.is_little_endian else "OW"


def arrays():
    random = np.random.RandomState(7)
    yield "gray8", random.randint(0, 255, (3, 31, 33, 1)).astype("uint8")
    yield "gray16", random.randint(0, 65535, (2, 20, 21, 1)).astype("uint16")
    yield "signed16", random.randint(-30000, 30000, (1, 20, 21, 1)).astype("int16")
    yield "gray32", random.randint(0, 2 ** 31 - 1, (2, 9, 8, 1)).astype("uint32")
    yield "rgb8", random.randint(0, 255, (2, 12, 14, 3)).astype("uint8")
    yield "rgb16", random.randint(0, 65535, (1, 12, 14, 3)).astype("uint16")


def written(folder):
    """Array as it was put in, not as pydicom reads it back: a second opinion on big endian and RLE."""
    for syntax in (ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian,
                   RLELossless):
        for name, array in arrays():
            if syntax == ExplicitVRBigEndian and array.dtype.itemsize == 1 or syntax == RLELossless and name == "gray32":
                continue
            made = dataset(ExplicitVRLittleEndian if syntax == RLELossless else syntax)
            put(made, array)
            if syntax == RLELossless:
                made.compress(RLELossless)
            path = os.path.join(folder, "%s-%s.dcm" % (syntax.name.replace(" ", "_"), name))
            made.save_as(path)
            axes = "zyxc"
            yield path, five(array, axes), "exact"


def bundled():
    folder = os.path.join(os.path.dirname(pydicom.__file__), "data", "test_files")
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".dcm") or name in SKIPPED:
            continue
        path = os.path.join(folder, name)
        try:
            header = pydicom.dcmread(path, stop_before_pixels=True)
            frames = int(header.get("NumberOfFrames", 1) or 1) > 1
            axes = ("z" if frames else "") + "yx" + ("c" if header.get("SamplesPerPixel", 1) == 3 else "")
            array = pydicom_reader(os.path.join(folder, TWINS.get(name, name)), axes)
        except Exception:
            continue
        lossy = header.file_meta.TransferSyntaxUID in ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.91")
        lossy |= header.PhotometricInterpretation.startswith("YBR")
        if name in MISNAMED:
            frame = next(generate_pixel_data_frame(pydicom.dcmread(path).PixelData, 1))
            array = five(np.asarray(Image.open(io.BytesIO(frame))), axes)
        if header.get("Modality") == "SEG":
            array = array * np.uint8(header.SegmentSequence[0].SegmentNumber)
        yield path, array, "near" if lossy else "exact"


def main():
    warnings.simplefilter("ignore")
    folder = sys.argv[1]
    for files in (written(folder), bundled()):
        for path, array, how in files:
            raw = os.path.join(folder, "%s.raw" % os.path.basename(path))
            array.astype(array.dtype.newbyteorder("<")).tofile(raw)
            shape = "x".join(map(str, array.shape))
            print("\t".join([path, raw, shape, array.dtype.name, digest(array), how]))


if __name__ == "__main__":
    main()
