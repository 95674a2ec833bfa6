package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.identity.ReferencedBytes.Use;

/**
 * Judges bytes that nothing points to: what an editor of fields leaves behind, and what stands between and behind all else. They become
 * zeros in every copy; a text in them is found. What something might need after all is only judged, where it is long at its ends, and the
 * file is not kept when it reveals.
 */
final class GapIdentity {

    private static final String PLACE = "bytes that no field points to";
    private static final int PIECE_BYTES = 1 << 20;
    private static final int MOST_CHARACTERS = 1 << 16;
    private static final long MOST_JUDGED = 16 << 20;

    private final TiffFile file;
    private final FoundStretches found;
    private final Set<Kind> told = EnumSet.noneOf(Kind.class);
    private long judged;

    private GapIdentity(TiffFile file, FoundStretches found) {
        this.file = file;
        this.found = found;
    }

    static void scan(TiffFile file, ReferencedBytes referenced, FoundStretches found) throws IOException {
        referenced.gaps(new GapIdentity(file, found)::gap);
    }

    private void gap(long start, long end, Use use) throws IOException {
        if (use == Use.PLANES) {
            long near = Math.min(end, start + PIECE_BYTES);
            judge(start, near, true);
            judge(Math.max(near, end - PIECE_BYTES), end, true);
        } else {
            judge(start, end, use == Use.GUARDED);
        }
    }

    private void judge(long start, long end, boolean guarded) throws IOException {
        for (long at = start; at < end; at += PIECE_BYTES) {
            byte[] piece = file.bytes(at, (int) Math.min(PIECE_BYTES, end - at)).array();
            if (isZero(piece)) {
                continue;
            }
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            TextRuns.visit(piece, (from, length, coding) -> kinds.addAll(kinds(piece, from, length, coding, guarded)));
            if (!guarded) {
                kinds.removeAll(told);
                told.addAll(kinds);
                found.replaceUnneeded(kinds, PLACE, at, new byte[piece.length]);
            } else if (!kinds.isEmpty()) {
                found.outOfReach(kinds, PLACE, at);
            }
        }
    }

    private Set<Kind> kinds(byte[] piece, int from, int length, TextCoding coding, boolean guarded) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (judged < MOST_JUDGED) {
            int looked = Math.min(length, MOST_CHARACTERS);
            judged += looked;
            kinds.addAll(coding.kinds(coding.decode(Arrays.copyOfRange(piece, from, from + looked))));
        }
        if (kinds.isEmpty() && !guarded) {
            kinds.add(Kind.PRIVATE_TAG);
        }
        return kinds;
    }

    private static boolean isZero(byte[] bytes) {
        for (byte value : bytes) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
