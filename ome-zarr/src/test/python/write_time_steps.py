#!/usr/bin/env python3
"""Writes images of three time points that say how long a step is, one file for each way, and prints file and seconds.

The last column says what the file says; "none" where it must not be taken: an unknown unit, or an axis that is not time.
"""
import os
import sys

import nibabel
import numpy as np
import pydicom
import tifffile
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MultiFrameGrayscaleByteSecondaryCaptureImageStorage, generate_uid

STACK = np.arange(3 * 20 * 24, dtype="u1").reshape(3, 20, 24)


def imagej(folder):
    yield "imagej.tif", 2.5, {"finterval": 2.5, "axes": "TYX"}
    yield "minutes.tif", 90.0, {"finterval": 1.5, "tunit": "min", "axes": "TYX"}
    yield "sections.tif", None, {"finterval": 2.5, "axes": "ZYX"}
    yield "nonsense.tif", None, {"finterval": 0, "axes": "TYX"}


def ome(folder):
    yield "seconds.ome.tif", 0.5, {"axes": "TYX", "TimeIncrement": 0.5, "TimeIncrementUnit": "s"}
    yield "unnamed.ome.tif", 4.0, {"axes": "TYX", "TimeIncrement": 4}
    yield "hours.ome.tif", 7200.0, {"axes": "TYX", "TimeIncrement": 2, "TimeIncrementUnit": "h"}


def nifti(folder):
    for name, unit, said, taken in (
        ("tr.nii", "sec", 2.0, 2.0),
        ("tr.nii.gz", "msec", 1500, 1.5),
        ("hertz.nii", "hz", 3.0, None),
        ("unknown.nii", "unknown", 2.0, None),
    ):
        image = nibabel.Nifti1Image(STACK.reshape(24, 20, 1, 3), np.eye(4))
        image.header.set_xyzt_units("mm", unit)
        image.header.set_zooms((1, 1, 1, said))
        nibabel.save(image, os.path.join(folder, name))
        yield name, taken


def cine(folder):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = MultiFrameGrayscaleByteSecondaryCaptureImageStorage
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)
    data.SOPClassUID, data.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    data.is_little_endian, data.is_implicit_VR = True, False
    data.SamplesPerPixel, data.PhotometricInterpretation = 1, "MONOCHROME2"
    data.NumberOfFrames, data.Rows, data.Columns = STACK.shape
    data.BitsAllocated, data.BitsStored, data.HighBit, data.PixelRepresentation = 8, 8, 7, 0
    data.FrameTime = "40.0"
    data.FrameIncrementPointer = pydicom.tag.Tag("FrameTime")
    data.PixelData = STACK.tobytes()
    data.save_as(os.path.join(folder, "cine.dcm"), write_like_original=False)
    yield "cine.dcm", 0.04


def main(folder):
    for kind, options in (("imagej", imagej), ("ome", ome)):
        for name, taken, metadata in options(folder):
            tifffile.imwrite(os.path.join(folder, name), STACK, metadata=metadata, photometric="minisblack",
                             **{kind: True})
            print(name, taken, sep="\t")
    for written in (nifti, cine):
        for name, taken in written(folder):
            print(name, taken, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
