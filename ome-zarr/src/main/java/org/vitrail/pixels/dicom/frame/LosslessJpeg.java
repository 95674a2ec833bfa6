package org.vitrail.pixels.dicom.frame;

/** Decodes lossless JPEG with Huffman codes (processes 14 and 14 SV1), all seven predictors, 2 to 16 bits. ITU-T T.81 §H, Annex C and F.2.2. */
final class LosslessJpeg {

    private final byte[] coded;
    private final PixelLayout layout;
    private final HuffmanTable[] tables = new HuffmanTable[4];
    private final int[] tableOf;
    private int restartInterval;
    private int predictor;
    private int pointTransform;
    private int precision;

    private LosslessJpeg(byte[] coded, PixelLayout layout) {
        this.coded = coded;
        this.layout = layout;
        this.tableOf = new int[layout.samples()];
    }

    /** Planes of little-endian samples. */
    static byte[] decode(byte[] coded, PixelLayout layout) throws BadFrame {
        JpegHeader header = JpegHeader.read(coded);
        if (header.kind() != 0xc3) {
            throw new BadFrame("it is not lossless JPEG with Huffman codes (marker FF%02X)".formatted(header.kind()));
        }
        header.check(layout);
        if (header.isSubsampled()
                || header.precision() < 2
                || header.precision() > 8 * layout.type().bytes()) {
            throw new BadFrame(
                    "its JPEG has samples of %d bits, or not the same for each pixel".formatted(header.precision()));
        }
        LosslessJpeg decoder = new LosslessJpeg(coded, layout);
        decoder.precision = header.precision();
        byte[] planes = decoder.scan(decoder.markers(header));
        if (layout.isYbr() && layout.type().bytes() == 1) {
            YbrColors.convertPlanes(planes);
        }
        return planes;
    }

    /** Reads tables up to the scan; where its codes begin. */
    private int markers(JpegHeader header) throws BadFrame {
        int at = 2;
        while (at + 4 <= coded.length) {
            int marker = u16(at);
            if (marker == 0xffff) {
                at++;
                continue;
            }
            int length = u16(at + 2);
            if (marker < 0xff00 || length < 2 || at + 2 + length > coded.length) {
                break;
            }
            switch (marker) {
                case 0xffc4 -> huffmanTables(at + 4, at + 2 + length);
                case 0xffdd -> restartInterval = length >= 4 ? u16(at + 4) : 0;
                case 0xffda -> {
                    scanHeader(header, at + 4, length - 2);
                    return at + 2 + length;
                }
                default -> {
                    // comments and application data say nothing of samples
                }
            }
            at += 2 + length;
        }
        throw new BadFrame("its JPEG has no scan");
    }

    private void huffmanTables(int from, int end) throws BadFrame {
        int at = from;
        while (at + 17 <= end) {
            int id = coded[at] & 0xff;
            int symbols = 0;
            for (int i = 1; i <= 16; i++) {
                symbols += coded[at + i] & 0xff;
            }
            if (id > 3 || symbols > 256 || at + 17 + symbols > end) {
                throw new BadFrame("a Huffman table is damaged");
            }
            tables[id] = new HuffmanTable(coded, at + 1, symbols);
            at += 17 + symbols;
        }
    }

    private void scanHeader(JpegHeader header, int at, int length) throws BadFrame {
        int count = layout.samples();
        if (length != 4 + 2 * count || coded[at] != count) {
            throw new BadFrame("its JPEG has its samples in several scans, which is not read");
        }
        for (int i = 0; i < count; i++) {
            tableOf[i] = (coded[at + 2 + 2 * i] & 0xff) >> 4;
            if (coded[at + 1 + 2 * i] != header.components()[i] || tableOf[i] > 3 || tables[tableOf[i]] == null) {
                throw new BadFrame("its JPEG scan names a component or a table that is not there");
            }
        }
        predictor = coded[at + 1 + 2 * count];
        pointTransform = coded[at + 3 + 2 * count] & 15;
        if (predictor < 1 || predictor > 7 || pointTransform >= precision) {
            throw new BadFrame("its JPEG has predictor " + predictor + " and point transform " + pointTransform);
        }
    }

    private byte[] scan(int at) throws BadFrame {
        int columns = layout.columns();
        int count = layout.samples();
        int pixels = (int) layout.pixels();
        if ((long) pixels * count > 8L * (coded.length - at)) {
            throw new BadFrame(
                    "JPEG cannot hold %d samples in %d bytes".formatted((long) pixels * count, coded.length - at));
        }
        byte[] planes = new byte[(int) layout.decodedBytes()];
        EntropyBits bits = new EntropyBits(coded, at);
        int[][] above = new int[count][columns];
        int[][] row = new int[count][columns];
        int start = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            if (restartInterval > 0 && pixel > 0 && pixel % restartInterval == 0) {
                bits.restart();
                start = pixel;
            }
            int x = pixel % columns;
            for (int sample = 0; sample < count; sample++) {
                int difference = tables[tableOf[sample]].difference(bits);
                int value = prediction(row[sample], above[sample], x, pixel, start) + difference & 0xffff;
                row[sample][x] = value;
                store(planes, sample * pixels + pixel, value << pointTransform);
            }
            if (x == columns - 1) {
                int[][] swapped = above;
                above = row;
                row = swapped;
            }
        }
        return planes;
    }

    /** The first line after a start or restart is predicted from the left, the first column from above. T.81 §H.1.2.1. */
    private int prediction(int[] row, int[] above, int x, int pixel, int start) {
        if (pixel == start) {
            return 1 << precision - pointTransform - 1;
        }
        if (pixel - start < layout.columns() && x > 0) {
            return row[x - 1];
        }
        if (x == 0) {
            return above[0];
        }
        return formula(row[x - 1], above[x], above[x - 1]);
    }

    private int formula(int left, int up, int upLeft) {
        return switch (predictor) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> upLeft;
            case 4 -> left + up - upLeft;
            case 5 -> left + (up - upLeft >> 1);
            case 6 -> up + (left - upLeft >> 1);
            default -> left + up >> 1;
        };
    }

    private void store(byte[] planes, int index, int value) {
        int bytes = layout.type().bytes();
        planes[index * bytes] = (byte) value;
        if (bytes > 1) {
            planes[index * bytes + 1] = (byte) (value >> 8);
        }
    }

    private int u16(int at) {
        return (coded[at] & 0xff) << 8 | coded[at + 1] & 0xff;
    }
}
