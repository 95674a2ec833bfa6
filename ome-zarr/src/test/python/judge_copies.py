#!/usr/bin/env python3
"""Judges copies without identity with pydicom.

    /usr/bin/python3 judge_copies.py LIST

LIST: a file with lines of original and copy, separated by tabs. Prints one line for each fault; nothing when all is well.
"""
import sys
import warnings

import pydicom
from pydicom.uid import UID

ABSENT_OR_EMPTY = ["PatientName", "PatientBirthDate", "StudyDate", "StudyTime", "AccessionNumber", "ReferringPhysicianName",
                   "PatientSex", "StudyID"]
ABSENT = ["StudyDescription", "SeriesDescription", "PatientAddress", "PatientComments", "OtherPatientIDs",
          "InstitutionAddress", "PatientAge", "PatientWeight", "ImageComments"]
PIXELS = ["PixelData", "FloatPixelData", "DoubleFloatPixelData"]


def faults(original, copy):
    before, after = pydicom.dcmread(original, force=True), pydicom.dcmread(copy)
    for keyword in ABSENT_OR_EMPTY:
        if after.get(keyword):
            yield keyword + " has a value"
    for keyword in ABSENT:
        if keyword in after:
            yield keyword + " is there"
    if after.get("PatientIdentityRemoved") != "YES" or not after.get("DeidentificationMethod"):
        yield "does not say that identity was removed"
    if after.get("PatientID", "") not in ("", "REMOVED"):
        yield "PatientID has a value"
    yield from element_faults(before, after)
    for keyword in PIXELS:
        if (keyword in before) != (keyword in after):
            yield keyword + " is in one only"
        elif keyword in before and before[keyword].value != after[keyword].value and not same_samples(before, after, keyword):
            yield keyword + " differs"
    if after.file_meta.MediaStorageSOPInstanceUID != after.SOPInstanceUID:
        yield "the file meta information names another instance"


def same_samples(before, after, keyword):
    """Comments among compressed pixels are zeroed, and what is behind the last native pixel is cut."""
    if not after.file_meta.TransferSyntaxUID.is_encapsulated:
        return before[keyword].value.startswith(after[keyword].value)
    return (before.pixel_array == after.pixel_array).all()


def element_faults(before, after):
    uids = {element.value for element in before.iterall() if element.VR == "UI" and isinstance(element.value, UID)}
    removed = before.get("PatientIdentityRemoved") == "YES"
    last = -1
    for element in after.iterall():
        if element.tag.is_private:
            yield "%s is private" % element.tag
        if element.VR == "PN" and element.value not in (None, "", "REMOVED"):
            yield "%s names a person" % element.tag
        if element.tag.element == 0x1155 and element.value in uids and not removed:
            yield "%s is an identifier of the original" % element.tag
    for element in after:
        if element.tag <= last:
            yield "%s is out of order" % element.tag
        last = element.tag
    for keyword in ("SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"):
        if before.get(keyword) and not removed and after.get(keyword) == before.get(keyword):
            yield keyword + " is that of the original"
        if before.get(keyword) and not UID(after.get(keyword, "")).is_valid:
            yield keyword + " is no valid identifier"


def main():
    warnings.simplefilter("ignore")
    for line in open(sys.argv[1]):
        original, copy = line.rstrip("\n").split("\t")
        for fault in faults(original, copy):
            print("%s: %s" % (original, fault))


if __name__ == "__main__":
    main()
