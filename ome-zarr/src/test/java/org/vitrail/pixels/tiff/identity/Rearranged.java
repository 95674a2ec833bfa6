package org.vitrail.pixels.tiff.identity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** TIFF files whose parts stand elsewhere than writers put them. */
final class Rearranged {

    private Rearranged() {}

    static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    /** The file with a text behind its header and everything else moved on. */
    static byte[] shifted(byte[] sound, int head, byte[] text) {
        byte[] moved = join(Arrays.copyOf(sound, head), text, Arrays.copyOfRange(sound, head, sound.length));
        ByteBuffer view = ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN);
        boolean big = head == 16;
        int entryBytes = big ? 20 : 12;
        long directory = (big ? view.getLong(8) : view.getInt(4)) + text.length;
        put(view, big ? 8 : 4, directory, big);
        int count = view.getShort((int) directory);
        for (int i = 0; i < count; i++) {
            int entry = (int) directory + (big ? 8 : 2) + i * entryBytes;
            int value = entry + (big ? 12 : 8);
            int tag = view.getShort(entry);
            long values = big ? view.getLong(entry + 4) : view.getInt(entry + 4);
            if (values > 1) {
                int at = (int) (big ? view.getLong(value) : view.getInt(value)) + text.length;
                put(view, value, at, big);
                for (int v = 0; v < values && tag == 273; v++) {
                    int place = at + v * (big ? 8 : 4);
                    put(view, place, (big ? view.getLong(place) : view.getInt(place)) + text.length, big);
                }
            }
        }
        return moved;
    }

    private static void put(ByteBuffer view, int at, long value, boolean big) {
        if (big) {
            view.putLong(at, value);
        } else {
            view.putInt(at, (int) value);
        }
    }

    /** Directory and values first, then three planes of 37 × 29 samples of 16 bits, as ImageJ writes large stacks. */
    static byte[] contiguous(byte[] planes, String artist) {
        byte[] description = "ImageJ=1.54f\nimages=3\nslices=3\n\0".getBytes(StandardCharsets.US_ASCII);
        byte[] person = (artist + "\0").getBytes(StandardCharsets.US_ASCII);
        int[][] fields = {
            {256, 4, 1, 37},
            {257, 4, 1, 29},
            {258, 4, 1, 16},
            {259, 4, 1, 1},
            {262, 4, 1, 1},
            {270, 2, description.length, 200},
            {273, 4, 1, 300},
            {277, 4, 1, 1},
            {278, 4, 1, 29},
            {279, 4, 1, 37 * 29 * 2},
            {315, 2, person.length, 260}
        };
        ByteBuffer out = ByteBuffer.allocate(300 + 37 * 29 * 2 + planes.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            out.putShort((short) field[0])
                    .putShort((short) field[1])
                    .putInt(field[2])
                    .putInt(field[3]);
        }
        out.put(200, description).put(260, person).put(300 + 37 * 29 * 2, planes);
        return out.array();
    }

    /** Adjusts what points behind a place. */
    static byte[] movedBehind(byte[] bytes, int place, int by) {
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(4) + by;
        view.putInt(4, directory);
        for (int entry = directory + 2; entry < directory + 2 + 12 * view.getShort(directory); entry += 12) {
            boolean far = view.getInt(entry + 4) > 1 && view.getInt(entry + 8) >= place;
            if (far) {
                view.putInt(entry + 8, view.getInt(entry + 8) + by);
            }
        }
        return bytes;
    }
}
