package org.vitrail.pixels.tiff.block;

import org.vitrail.pixels.tiff.block.BlockDecoder.BadBlock;
import org.vitrail.pixels.tiff.block.BlockDecoder.UnsupportedBlock;

/**
 * What a JPEG stream says before its first scan. ITU-T T.81 Annex B; the Adobe marker as in T.872 §6.5.3.
 *
 * @param width columns
 * @param height rows
 * @param components of a pixel
 * @param sampling how chroma is thinned out
 * @param saysYcc true when its own markers mean YCbCr, as libjpeg takes them
 */
record JpegHeader(int width, int height, int components, Sampling sampling, boolean saysYcc) {

    /** Progressive streams repeat the whole picture in each scan, so that a small file could keep a decoder busy for hours. */
    private static final int MOST_SCANS = 100;

    private static final int START_OF_IMAGE = 0xd8;
    private static final int START_OF_SCAN = 0xda;
    private static final int ADOBE = 0xee;
    private static final int JFIF = 0xe0;

    /**
     * Sampling factors that decide how chroma rows are widened.
     *
     * @param fullColumns true when no component is halved across the columns
     * @param halvedRows true when the second and third component have half the rows of the first
     */
    record Sampling(boolean fullColumns, boolean halvedRows) {}

    /**
     * Walks the markers up to the first scan.
     *
     * @throws BadBlock when they make no sense
     * @throws UnsupportedBlock for 12 bits, lossless, hierarchical and arithmetic coding
     */
    static JpegHeader of(byte[] stream) throws BadBlock {
        if (stream.length < 4 || marker(stream, 0) != START_OF_IMAGE) {
            throw new BadBlock("it does not begin as JPEG does");
        }
        int frame = -1;
        int adobe = -1;
        boolean jfif = false;
        int at = 2;
        for (int marker = marker(stream, at); marker != START_OF_SCAN; marker = marker(stream, at)) {
            int length = segmentBytes(stream, at);
            if (isFrame(marker)) {
                frame = frame(stream, at, marker, length);
            } else if (marker == ADOBE && length >= 14 && has(stream, at + 4, "Adobe")) {
                adobe = stream[at + 15] & 0xff;
            } else if (marker == JFIF && length >= 7 && has(stream, at + 4, "JFIF")) {
                jfif = true;
            }
            at = next(stream, at + 2 + length);
        }
        if (frame < 0) {
            throw new BadBlock("its JPEG stream has no frame header");
        }
        checkScans(stream, at);
        return new JpegHeader(
                word(stream, frame + 7),
                word(stream, frame + 5),
                stream[frame + 9] & 0xff,
                sampling(stream, frame),
                saysYcc(stream, frame, jfif, adobe));
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static int frame(byte[] stream, int at, int marker, int length) throws BadBlock {
        if (marker > 0xc2) {
            throw new UnsupportedBlock(
                    "lossless, hierarchical or arithmetic JPEG (frame type " + (marker - 0xc0) + ")");
        }
        int components = length < 8 ? 0 : stream[at + 9] & 0xff;
        if (components < 1 || length < 8 + 3 * components) {
            throw new BadBlock("its JPEG frame header is too short");
        }
        if (stream[at + 4] != 8) {
            throw new UnsupportedBlock("JPEG of " + (stream[at + 4] & 0xff) + " bits a sample");
        }
        return at;
    }

    private static Sampling sampling(byte[] stream, int frame) {
        int first = stream[frame + 11] & 0xff;
        if ((stream[frame + 9] & 0xff) != 3) {
            return new Sampling(true, false);
        }
        boolean fullColumns = first >> 4 == 1;
        boolean halvedRows = (first & 15) == 2;
        for (int component = 1; component < 3; component++) {
            halvedRows &= stream[frame + 11 + 3 * component] == 0x11;
        }
        return new Sampling(fullColumns, halvedRows);
    }

    /** JFIF and Adobe markers decide; without them letters R, G, B as component names mean RGB, all else YCbCr. */
    private static boolean saysYcc(byte[] stream, int frame, boolean jfif, int adobe) {
        if (jfif || adobe >= 0) {
            return jfif || adobe != 0;
        }
        return stream[frame + 10] != 'R';
    }

    /** Entropy-coded data never hold FF DA: they stuff a zero after each FF. */
    private static void checkScans(byte[] stream, int first) throws BadBlock {
        int scans = 0;
        for (int i = first; i < stream.length - 1; i++) {
            scans += stream[i] == (byte) 0xff && stream[i + 1] == (byte) START_OF_SCAN ? 1 : 0;
        }
        if (scans > MOST_SCANS) {
            throw new BadBlock("its JPEG stream has " + scans + " scans");
        }
    }

    private static int marker(byte[] stream, int at) throws BadBlock {
        if (at + 1 >= stream.length || (stream[at] & 0xff) != 0xff) {
            throw new BadBlock("its JPEG stream has no marker at byte " + at);
        }
        return stream[at + 1] & 0xff;
    }

    private static int segmentBytes(byte[] stream, int at) throws BadBlock {
        int length = at + 3 < stream.length ? word(stream, at + 2) : 0;
        if (length < 2 || at + 2 + length > stream.length) {
            throw new BadBlock("its JPEG stream ends inside a header at byte " + at);
        }
        return length;
    }

    /** Any number of FF may stand before a marker. T.81 B.1.1.2 */
    private static int next(byte[] stream, int at) {
        int next = at;
        while (next + 1 < stream.length && stream[next] == (byte) 0xff && stream[next + 1] == (byte) 0xff) {
            next++;
        }
        return next;
    }

    private static int word(byte[] stream, int at) {
        return (stream[at] & 0xff) << 8 | stream[at + 1] & 0xff;
    }

    private static boolean has(byte[] stream, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= stream.length || stream[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
