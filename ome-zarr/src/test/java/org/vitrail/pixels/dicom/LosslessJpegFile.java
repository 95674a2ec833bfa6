package org.vitrail.pixels.dicom;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/** A gray picture of 16 bits as lossless JPEG, coded after ITU-T T.81 §H with codes of a fixed length of five bits. */
final class LosslessJpegFile {

    static final int ROWS = 9;
    static final int COLUMNS = 7;

    private LosslessJpegFile() {}

    /** A whole DICOM file. */
    static byte[] bytes() {
        return DicomMaker.image(ROWS, COLUMNS, 16)
                .fragments(new byte[0], jpeg(samples(), 5, 0))
                .file(DicomMaker.JPEG_LOSSLESS);
    }

    static int[] samples() {
        SplittableRandom random = new SplittableRandom(3);
        int[] samples = new int[ROWS * COLUMNS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % 5 == 0 ? random.nextInt(65_536) : 30_000 + random.nextInt(200);
        }
        return samples;
    }

    static byte[] jpeg(int[] samples, int predictor, int restart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xc4, 0, 36, 0});
        for (int length = 1; length <= 16; length++) {
            out.write(length == 5 ? 17 : 0);
        }
        for (int category = 0; category <= 16; category++) {
            out.write(category);
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xdd, 0, 4, (byte) (restart >> 8), (byte) restart});
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xc3, 0, 11, 16, 0, ROWS, 0, COLUMNS, 1, 1, 0x11, 0});
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, (byte) predictor, 0, 0});
        int intervals = restart == 0 ? 1 : samples.length / restart;
        int each = samples.length / intervals;
        for (int interval = 0; interval < intervals; interval++) {
            if (interval > 0) {
                out.writeBytes(new byte[] {(byte) 0xff, (byte) (0xd0 + (interval - 1) % 8)});
            }
            scan(samples, interval * each, each, predictor, out);
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return out.toByteArray();
    }

    private static void scan(int[] samples, int start, int count, int predictor, ByteArrayOutputStream out) {
        StringBuilder bits = new StringBuilder();
        for (int i = start; i < start + count; i++) {
            int difference = samples[i] - prediction(samples, i, start, predictor) & 0xffff;
            int signed = difference > 32768 ? difference - 65_536 : difference;
            int category = signed == 32768 ? 16 : 32 - Integer.numberOfLeadingZeros(Math.abs(signed));
            append(bits, category, 5);
            if (category > 0 && category < 16) {
                append(bits, signed > 0 ? signed : signed + (1 << category) - 1, category);
            }
        }
        while (bits.length() % 8 != 0) {
            bits.append('1');
        }
        for (int at = 0; at < bits.length(); at += 8) {
            int value = Integer.parseInt(bits.substring(at, at + 8), 2);
            out.write(value);
            if (value == 0xff) {
                out.write(0);
            }
        }
    }

    private static void append(StringBuilder bits, int value, int count) {
        for (int bit = count - 1; bit >= 0; bit--) {
            bits.append(value >> bit & 1);
        }
    }

    private static int prediction(int[] samples, int i, int start, int predictor) {
        if (i == start) {
            return 1 << 15;
        }
        if (i - start < COLUMNS) {
            return samples[i - 1];
        }
        if (i % COLUMNS == 0) {
            return samples[i - COLUMNS];
        }
        int a = samples[i - 1];
        int b = samples[i - COLUMNS];
        int c = samples[i - COLUMNS - 1];
        return switch (predictor) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + (b - c >> 1);
            case 6 -> b + (a - c >> 1);
            default -> a + b >> 1;
        };
    }
}
