package org.vitrail.pixels.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/**
 * What stands between header and voxels: extensions of a length and a code each. NIfTI-1.1 §extended header; codes by nifti1_io.h.
 *
 * @param counts how many of each code
 * @param leftovers true when there are bytes that belong to no extension
 */
record Extensions(TreeMap<Integer, Integer> counts, boolean leftovers) {

    private static final int DICOM = 2;
    private static final int COMMENT = 6;

    /** Reads on behind the header. @param length of what follows, at most; the extender's four bytes included */
    static Extensions read(InputStream behindHeader, long length, ByteOrder order) throws IOException {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        byte[] extender = behindHeader.readNBytes((int) Math.min(4, length));
        long left = length - extender.length;
        boolean more = extender.length == 4 && extender[0] != 0;
        // one byte says whether there are extensions, three are reserved
        boolean loose = extender.length == 4 && (extender[1] != 0 || extender[2] != 0 || extender[3] != 0);
        while (more && left >= 8) {
            byte[] start = behindHeader.readNBytes(8);
            if (start.length < 8) {
                return new Extensions(counts, loose || start.length > 0);
            }
            ByteBuffer numbers = ByteBuffer.wrap(start).order(order);
            int size = numbers.getInt();
            int code = numbers.getInt();
            if (size < 8 || size > left) {
                return new Extensions(counts, loose || !isBlank(start) || !isBlank(behindHeader, left - 8));
            }
            counts.merge(code, 1, Integer::sum);
            try {
                behindHeader.skipNBytes(size - 8L);
            } catch (EOFException cut) {
                return new Extensions(counts, true);
            }
            left -= size;
        }
        return new Extensions(counts, loose || !isBlank(behindHeader, left));
    }

    private static boolean isBlank(InputStream bytes, long length) throws IOException {
        long left = length;
        while (left > 0) {
            byte[] piece = bytes.readNBytes((int) Math.min(left, 1 << 16));
            if (piece.length == 0) {
                return true;
            }
            if (!isBlank(piece)) {
                return false;
            }
            left -= piece.length;
        }
        return true;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    List<IdentityFinding> findings(String file) {
        List<IdentityFinding> found = new ArrayList<>();
        counts.forEach((code, count) -> found.add(finding(file, code, count)));
        if (leftovers) {
            found.add(new IdentityFinding(
                    Kind.PRIVATE_TAG,
                    file,
                    "between header and voxels",
                    "Bytes that belong to no extension; nobody can tell what they say.",
                    Treatment.REMOVED));
        }
        return found;
    }

    private static IdentityFinding finding(String file, int code, int count) {
        String where = "extension of code " + code + (count > 1 ? ", " + count + " of them" : "");
        return switch (code) {
            case DICOM ->
                new IdentityFinding(
                        Kind.PERSON_NAME,
                        file,
                        where,
                        "DICOM attributes of the examination; they usually hold name, number and birth date of the patient.",
                        Treatment.REMOVED);
            case COMMENT ->
                new IdentityFinding(
                        Kind.FREE_TEXT, file, where, "A comment, in which anything may stand.", Treatment.REMOVED);
            default ->
                new IdentityFinding(
                        Kind.PRIVATE_TAG,
                        file,
                        where,
                        "An extension whose meaning only the program that wrote it knows.",
                        Treatment.REMOVED);
        };
    }
}
