package org.vitrail.pixels.dicom.frame;

/**
 * What the markers before a JPEG's first scan say. ITU-T T.81 §B.2, T.872 §6.5.3 (Adobe).
 *
 * @param kind number of the frame marker, C0 to CF
 * @param precision bits of a sample
 * @param rows height, 0 when only known after the scan
 * @param columns width
 * @param components their identifiers
 * @param isSubsampled true when components have different sampling factors
 * @param isJfif true with an APP0 marker of JFIF
 * @param adobeTransform 0 for none, 1 for YCbCr, or -1 without an Adobe marker
 */
record JpegHeader(
        int kind,
        int precision,
        int rows,
        int columns,
        byte[] components,
        boolean isSubsampled,
        boolean isJfif,
        int adobeTransform) {

    private static final int MOST_SCANS = 100;

    JpegHeader {
        components = components.clone();
    }

    static JpegHeader read(byte[] coded) throws BadFrame {
        boolean jfif = false;
        int adobe = -1;
        int at = 2;
        if (coded.length < 4 || u8(coded, 0) != 0xff || u8(coded, 1) != 0xd8) {
            throw new BadFrame("it does not begin like JPEG");
        }
        while (at + 4 <= coded.length) {
            int marker = u8(coded, at + 1);
            if (u8(coded, at) != 0xff || marker == 0xd9 || marker == 0xda) {
                break;
            }
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = u8(coded, at + 2) << 8 | u8(coded, at + 3);
            if (length < 2 || at + 2 + length > coded.length) {
                break;
            }
            jfif |= marker == 0xe0 && has(coded, at + 4, length - 2, "JFIF");
            adobe = marker == 0xee && length >= 14 && has(coded, at + 4, length - 2, "Adobe")
                    ? u8(coded, at + 15)
                    : adobe;
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return frame(coded, at, length, jfif, adobe);
            }
            at += 2 + length;
        }
        throw new BadFrame("its JPEG has no frame header");
    }

    private static JpegHeader frame(byte[] coded, int at, int length, boolean jfif, int adobe) throws BadFrame {
        int count = length < 8 ? 0 : u8(coded, at + 9);
        if (count < 1 || length != 8 + 3 * count) {
            throw new BadFrame("its JPEG frame header is damaged");
        }
        byte[] components = new byte[count];
        boolean subsampled = false;
        for (int i = 0; i < count; i++) {
            components[i] = coded[at + 10 + 3 * i];
            subsampled |= coded[at + 11 + 3 * i] != coded[at + 11];
        }
        int rows = u8(coded, at + 5) << 8 | u8(coded, at + 6);
        int columns = u8(coded, at + 7) << 8 | u8(coded, at + 8);
        return new JpegHeader(u8(coded, at + 1), u8(coded, at + 4), rows, columns, components, subsampled, jfif, adobe);
    }

    /** Refuses a codestream of another size before anything is allocated for it. */
    void check(PixelLayout layout) throws BadFrame {
        if (rows != layout.rows() || columns != layout.columns() || components.length != layout.samples()) {
            throw new BadFrame("its JPEG has %d × %d pixels of %d samples, the file says %d × %d of %d"
                    .formatted(rows, columns, components.length, layout.rows(), layout.columns(), layout.samples()));
        }
    }

    /** Refuses other processes than baseline, extended and progressive, and scans without number, which take hours to decode. */
    void checkLossy(byte[] coded) throws BadFrame {
        int scans = 0;
        for (int at = 0; at < coded.length - 1; at++) {
            scans += u8(coded, at) == 0xff && u8(coded, at + 1) == 0xda ? 1 : 0;
        }
        if (kind > 0xc2 || scans > MOST_SCANS) {
            throw new BadFrame(
                    "its JPEG is not lossy with Huffman codes (marker FF%02X), or has %d scans".formatted(kind, scans));
        }
    }

    /** True when the components are called R, G and B. */
    boolean namesRgb() {
        return components.length == 3 && components[0] == 'R' && components[1] == 'G' && components[2] == 'B';
    }

    private static boolean has(byte[] coded, int at, int length, String magic) {
        byte[] wanted = magic.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return length >= wanted.length
                && java.util.Arrays.equals(coded, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }
}
