package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** Bytes that belong to no element and to no pixel: a finding as soon as one is not zero, whatever they say. */
final class StrayBytes {

    private static final int PART = 1 << 16;

    private StrayBytes() {}

    /** What stands in a stretch of the file. @param where in DICOM's terms */
    static List<IdentityFinding> of(DicomBytes in, long from, long to, String where) throws IOException {
        boolean filled = false;
        for (long at = from; at < to && !filled; at += PART) {
            filled = isFilled(in.bytes(at, (int) Math.min(PART, to - at)));
        }
        return filled ? findings(in.bytes(from, (int) Math.min(PART, to - from)), in.name(), where) : List.of();
    }

    private static boolean isFilled(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return true;
            }
        }
        return false;
    }

    private static List<IdentityFinding> findings(byte[] bytes, String file, String where) {
        List<IdentityFinding> found = new ArrayList<>();
        found.add(new IdentityFinding(
                Kind.PRIVATE_TAG,
                file,
                where,
                "bytes that belong to no element and to no pixel, in which anything may stand",
                Treatment.REMOVED));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        found.addAll(IdentityText.findings(text, file, where, Treatment.REMOVED));
        return found;
    }
}
