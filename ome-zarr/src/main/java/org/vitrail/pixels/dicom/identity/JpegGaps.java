package org.vitrail.pixels.dicom.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrail.pixels.jpeg.JpegSegments;
import org.vitrail.pixels.jpeg.Restarts;

/**
 * Comments, application segments and stray bytes of a JPEG frame, lossy or lossless. ITU-T T.81 §B.1. Where the structure is damaged the
 * walk ends: a decoder refuses such a frame.
 */
final class JpegGaps {

    private static final int END = 0xd9;
    private static final int SCAN = 0xda;

    private final byte[] coded;
    private final Restarts restarts = new Restarts();
    private long mostRestarts;
    private final List<Gap> gaps = new ArrayList<>();

    private JpegGaps(byte[] coded) {
        this.coded = coded;
    }

    static List<Gap> of(byte[] coded) {
        JpegGaps walk = new JpegGaps(coded);
        int at = walk.segments();
        walk.add(at, coded.length, Gap.BEHIND);
        return walk.gaps;
    }

    /** Where the picture ends. */
    private int segments() {
        int at = 0;
        while (true) {
            int marker = marker(at);
            add(at, marker, "bytes between JPEG segments");
            if (marker + 2 > coded.length) {
                return coded.length;
            }
            int code = coded[marker + 1] & 0xff;
            at = JpegSegments.isAlone(code) ? marker + 2 : segment(code, marker + 2);
            if (code == END || at >= coded.length) {
                return Math.min(at, coded.length);
            }
            at = code == SCAN ? behindScan(at) : at;
        }
    }

    private int segment(int code, int at) {
        int length = at + 2 > coded.length ? 0 : (coded[at] & 0xff) << 8 | coded[at + 1] & 0xff;
        if (length < 2 || at + length > coded.length) {
            return coded.length;
        }
        byte[] payload = Arrays.copyOfRange(coded, at + 2, at + length);
        restarts.segment(code, payload);
        mostRestarts = code == SCAN ? restarts.most(payload) : 0;
        int needed = JpegSegments.needed(code, coded, at + 2, length - 2);
        boolean small = code == 0xe0 && needed > 0 && length - 2 > needed;
        add(at + 2 + needed, at + length, small ? "JPEG thumbnail" : "JPEG " + JpegSegments.name(code));
        return at + length;
    }

    /** The first FF that is followed by something else than FF. */
    private int marker(int from) {
        int at = from;
        while (at < coded.length && (coded[at] != (byte) 0xff || isFill(at + 1))) {
            at++;
        }
        return at;
    }

    private boolean isFill(int at) {
        return at < coded.length && (coded[at] == (byte) 0xff || coded[at] == 0);
    }

    /** Where the next marker stands, other than restarts; from a restart on that the scan cannot have nothing is data any more. */
    private int behindScan(int from) {
        int stray = -1;
        int at = from;
        while (at + 1 < coded.length) {
            int next = coded[at + 1] & 0xff;
            boolean restart = coded[at] == (byte) 0xff && next >= 0xd0 && next <= 0xd7;
            if (coded[at] == (byte) 0xff && next != 0 && next != 0xff && !restart) {
                break;
            }
            if (restart && --mostRestarts < 0 && stray < 0) {
                stray = at;
            }
            at++;
        }
        int end = at + 1 < coded.length ? at : coded.length;
        add(stray < 0 ? end : stray, end, "bytes behind the last block");
        return end;
    }

    private void add(int from, int to, String what) {
        if (from < to) {
            gaps.add(new Gap(from, to, what));
        }
    }
}
