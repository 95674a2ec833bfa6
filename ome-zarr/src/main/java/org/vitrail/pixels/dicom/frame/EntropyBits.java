package org.vitrail.pixels.dicom.frame;

/** The bits of a JPEG scan; a stuffed zero after FF is left out. ITU-T T.81 §F.1.2.3, §E.1.4. */
final class EntropyBits {

    private final byte[] coded;
    private int at;
    private int held;
    private int count;

    EntropyBits(byte[] coded, int at) {
        this.coded = coded;
        this.at = at;
    }

    /** The next bits, at most 16, the first in the highest place. */
    int take(int bits) throws BadFrame {
        while (count < bits) {
            held = held << 8 | next();
            count += 8;
        }
        count -= bits;
        return held >>> count & (1 << bits) - 1;
    }

    private int next() throws BadFrame {
        if (at >= coded.length) {
            throw new BadFrame("its JPEG scan is cut off");
        }
        int value = coded[at++] & 0xff;
        if (value == 0xff) {
            if (at >= coded.length || coded[at] != 0) {
                throw new BadFrame("its JPEG scan ends too early");
            }
            at++;
        }
        return value;
    }

    /** Goes on behind the next restart marker. */
    void restart() throws BadFrame {
        count = 0;
        held = 0;
        if (at + 2 > coded.length || (coded[at] & 0xff) != 0xff || (coded[at + 1] & 0xf8) != 0xd0) {
            throw new BadFrame("its JPEG lacks a restart marker");
        }
        at += 2;
    }
}
