package org.vitrail.pixels.jpeg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Which bytes of a segment a decoder needs; what is beyond can hold anything. ITU-T T.81 §B.2. */
public final class JpegSegments {

    /** A comment. */
    public static final int COMMENT = 0xfe;

    private static final int FIRST_APPLICATION = 0xe0;
    private static final int LAST_APPLICATION = 0xef;
    private static final int JFIF_BYTES = 14;
    private static final int ADOBE_BYTES = 12;
    private static final int CODES = 16;

    private JpegSegments() {}

    /** True for markers that nothing belongs to, not even a length: start, end, restarts and TEM. */
    public static boolean isAlone(int marker) {
        return marker == 0x01 || marker >= 0xd0 && marker <= 0xd9;
    }

    /** True for frame headers, C0 to CF but C4, C8 and CC. ITU-T T.81 table B.1. */
    public static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /**
     * How many bytes of a segment are needed, from its first on; 0 where the whole segment is not. Color profiles are not: who keeps
     * them asks first.
     *
     * @param from where the payload begins, behind the two bytes of its length
     * @param length of the payload
     */
    public static int needed(int marker, byte[] bytes, int from, int length) {
        int needed;
        if (isFrame(marker)) {
            needed = length < 6 ? length : 6 + 3 * u8(bytes, from + 5);
        } else {
            needed = switch (marker) {
                case 0xc4 -> huffmanTables(bytes, from, length);
                case 0xdb -> quantization(bytes, from, length);
                case 0xda -> length < 1 ? 0 : 4 + 2 * u8(bytes, from);
                case 0xdd, 0xdc -> 2;
                case 0xcc -> length;
                case FIRST_APPLICATION -> begins(bytes, from, length, "JFIF\0", JFIF_BYTES) ? JFIF_BYTES : 0;
                case 0xee -> begins(bytes, from, length, "Adobe", ADOBE_BYTES) ? ADOBE_BYTES : 0;
                default -> 0;
            };
        }
        return Math.min(needed, length);
    }

    /** What a segment is called, e.g. {@code segment APP1} or {@code comment}. */
    public static String name(int marker) {
        if (marker == COMMENT) {
            return "comment";
        }
        boolean application = marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
        return application ? "segment APP" + (marker - FIRST_APPLICATION) : "segment FF%02X".formatted(marker);
    }

    /** Tables one after the other, as long as class and number are possible. ITU-T T.81 §B.2.4.2. */
    private static int huffmanTables(byte[] bytes, int from, int length) {
        int at = 0;
        while (at + 1 + CODES <= length) {
            int table = u8(bytes, from + at);
            int size = 1 + CODES;
            for (int i = 1; i <= CODES; i++) {
                size += u8(bytes, from + at + i);
            }
            if (table >> 4 > 1 || (table & 15) > 3 || at + size > length) {
                return at;
            }
            at += size;
        }
        return at;
    }

    /** ITU-T T.81 §B.2.4.1. */
    private static int quantization(byte[] bytes, int from, int length) {
        int at = 0;
        while (at < length) {
            int table = u8(bytes, from + at);
            int size = table >> 4 == 0 ? 65 : 129;
            if (table >> 4 > 1 || (table & 15) > 3 || at + size > length) {
                return at;
            }
            at += size;
        }
        return at;
    }

    private static boolean begins(byte[] bytes, int from, int length, String word, int least) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        return length >= least && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }
}
