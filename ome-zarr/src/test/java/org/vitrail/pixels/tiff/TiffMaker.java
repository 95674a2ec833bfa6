package org.vitrail.pixels.tiff;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.vitrail.pixels.PixelType;

/** Makes small TIFF files of every kind, written from TIFF 6.0 and not from the reader. */
final class TiffMaker {

    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    boolean big;
    boolean tiled;
    boolean planar;
    int compression = 1;
    int predictor = 1;
    int width = 37;
    int height = 29;
    int samples = 1;
    int blockWidth = 16;
    int blockHeight = 16;
    int pages = 1;
    PixelType type = PixelType.UINT16;
    String description = "";
    int photometric = 1;
    final Map<Integer, long[]> replaced = new TreeMap<>();

    private ByteBuffer out;

    /** The value of a sample, as a reader must give it. */
    static long value(int page, int sample, int y, int x) {
        return x * 3L + y * 11L + sample * 50L + page * 7L;
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    byte[] bytes() {
        out = ByteBuffer.allocate((1 << 17) + 24 * width * height * samples * pages)
                .order(order);
        out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
        out.putShort((short) (big ? 43 : 42));
        if (big) {
            out.putShort((short) 8).putShort((short) 0);
        }
        int pointer = out.position();
        out.position(pointer + (big ? 8 : 4));
        for (int page = 0; page < pages; page++) {
            pointer = page(page, pointer);
        }
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private int page(int page, int pointer) {
        List<Long> offsets = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        int rows = tiled ? blockHeight : Math.min(blockHeight, height);
        int columns = tiled ? blockWidth : width;
        for (int plane = 0; plane < (planar ? samples : 1); plane++) {
            for (int y = 0; y < height; y += rows) {
                for (int x = 0; x < width; x += columns) {
                    byte[] block =
                            compress(block(page, plane, y, x, tiled ? rows : Math.min(rows, height - y), columns));
                    offsets.add((long) out.position());
                    counts.add((long) block.length);
                    out.put(block);
                }
            }
        }
        Map<Integer, long[]> fields = new TreeMap<>();
        fields.put(256, new long[] {width});
        fields.put(257, new long[] {height});
        long[] bits = new long[samples];
        java.util.Arrays.fill(bits, type.bytes() * 8L);
        fields.put(258, bits);
        fields.put(259, new long[] {compression});
        fields.put(262, new long[] {photometric});
        fields.put(277, new long[] {samples});
        fields.put(284, new long[] {planar ? 2 : 1});
        fields.put(317, new long[] {predictor});
        fields.put(339, new long[] {type.isFloating() ? 3 : type.isSigned() ? 2 : 1});
        if (tiled) {
            fields.put(322, new long[] {blockWidth});
            fields.put(323, new long[] {blockHeight});
        } else {
            fields.put(278, new long[] {rows});
        }
        fields.put(
                tiled ? 324 : 273, offsets.stream().mapToLong(Long::longValue).toArray());
        fields.put(tiled ? 325 : 279, counts.stream().mapToLong(Long::longValue).toArray());
        fields.putAll(replaced);
        return directory(fields, page == 0 ? description : "", pointer);
    }

    private int directory(Map<Integer, long[]> fields, String text, int pointer) {
        int size = big ? 8 : 4;
        Map<Integer, Integer> places = new TreeMap<>();
        for (Map.Entry<Integer, long[]> field : fields.entrySet()) {
            if (field.getValue().length > 1) {
                places.put(field.getKey(), out.position());
                for (long value : field.getValue()) {
                    putOffset(value);
                }
            }
        }
        byte[] words = (text + "\0").getBytes(StandardCharsets.UTF_8);
        int textAt = out.position();
        out.put(words);
        int start = out.position();
        int end = out.position();
        out.position(pointer);
        putOffset(start);
        out.position(end);
        int count = fields.size() + (text.isEmpty() ? 0 : 1);
        if (big) {
            out.putLong(count);
        } else {
            out.putShort((short) count);
        }
        boolean written = text.isEmpty();
        for (Map.Entry<Integer, long[]> field : fields.entrySet()) {
            if (!written && field.getKey() > 270) {
                entry(270, 2, words.length, textAt);
                written = true;
            }
            boolean many = field.getValue().length > 1;
            entry(
                    field.getKey(),
                    big ? 16 : 4,
                    field.getValue().length,
                    many ? places.get(field.getKey()) : field.getValue()[0]);
        }
        int next = out.position();
        out.position(next + size);
        return next;
    }

    private void entry(int tag, int kind, long count, long value) {
        out.putShort((short) tag).putShort((short) kind);
        putOffset(count);
        putOffset(value);
    }

    private void putOffset(long value) {
        if (big) {
            out.putLong(value);
        } else {
            out.putInt((int) value);
        }
    }

    private byte[] block(int page, int plane, int top, int left, int rows, int columns) {
        int perPixel = planar ? 1 : samples;
        ByteBuffer block =
                ByteBuffer.allocate(rows * columns * perPixel * type.bytes()).order(order);
        for (int y = 0; y < rows; y++) {
            long[] row = new long[columns * perPixel];
            for (int i = 0; i < row.length; i++) {
                int sample = planar ? plane : i % perPixel;
                row[i] = bits(value(page, sample, top + y, left + i / perPixel));
            }
            if (predictor == 3) {
                floatingPointRow(block, row, perPixel);
                continue;
            }
            for (int i = row.length - 1; predictor == 2 && i >= perPixel; i--) {
                row[i] -= row[i - perPixel];
            }
            for (long value : row) {
                put(block, value);
            }
        }
        return block.array();
    }

    /** Adobe TIFF Technical Note 3: bytes by significance, then differences. */
    private void floatingPointRow(ByteBuffer block, long[] row, int perPixel) {
        int bytes = type.bytes();
        byte[] line = new byte[row.length * bytes];
        for (int i = 0; i < row.length; i++) {
            for (int b = 0; b < bytes; b++) {
                line[b * row.length + i] = (byte) (row[i] >>> 8 * (bytes - 1 - b));
            }
        }
        for (int i = line.length - 1; i >= perPixel; i--) {
            line[i] -= line[i - perPixel];
        }
        block.put(line);
    }

    private long bits(long value) {
        return type == PixelType.FLOAT32
                ? Float.floatToRawIntBits(value / 4f)
                : type == PixelType.FLOAT64 ? Double.doubleToRawLongBits(value / 4.0) : value;
    }

    private void put(ByteBuffer block, long bits) {
        switch (type.bytes()) {
            case 1 -> block.put((byte) bits);
            case 2 -> block.putShort((short) bits);
            case 4 -> block.putInt((int) bits);
            default -> block.putLong(bits);
        }
    }

    private byte[] compress(byte[] block) {
        return switch (compression) {
            case 5 -> lzw(block);
            case 8 -> deflate(block);
            case 32773 -> packBits(block);
            case 50000 -> Zstd.compress(block, 3);
            default -> block;
        };
    }

    private static byte[] deflate(byte[] block) {
        Deflater deflater = new Deflater();
        deflater.setInput(block);
        deflater.finish();
        byte[] room = new byte[block.length * 2 + 100];
        int length = deflater.deflate(room);
        deflater.end();
        return java.util.Arrays.copyOf(room, length);
    }

    private static byte[] packBits(byte[] block) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int i = 0; i < block.length; ) {
            int run = 1;
            while (i + run < block.length && run < 128 && block[i + run] == block[i]) {
                run++;
            }
            if (run > 1) {
                packed.write(1 - run);
                packed.write(block[i]);
            } else {
                packed.write(0);
                packed.write(block[i]);
            }
            i += run;
        }
        return packed.toByteArray();
    }

    /** TIFF 6.0 §13, with a table of strings, as the specification's pseudocode has it. */
    private static byte[] lzw(byte[] block) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Map<String, Integer> table = new java.util.HashMap<>();
        long[] bits = {0, 0};
        int[] width = {9};
        write(packed, bits, 256, 9);
        int next = 258;
        String prefix = "";
        for (byte value : block) {
            String longer = prefix + (char) (value & 0xff);
            if (longer.length() == 1 || table.containsKey(longer)) {
                prefix = longer;
                continue;
            }
            write(packed, bits, code(table, prefix), width[0]);
            table.put(longer, next++);
            prefix = longer.substring(longer.length() - 1);
            width[0] = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
            if (next == 4095) {
                write(packed, bits, 256, 12);
                table.clear();
                next = 258;
                width[0] = 9;
            }
        }
        write(packed, bits, code(table, prefix), width[0]);
        int last = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
        write(packed, bits, 257, last);
        write(packed, bits, 0, 7);
        return packed.toByteArray();
    }

    private static int code(Map<String, Integer> table, String text) {
        return text.length() == 1 ? text.charAt(0) : table.get(text);
    }

    private static void write(ByteArrayOutputStream packed, long[] bits, int code, int width) {
        bits[0] = bits[0] << width | code;
        bits[1] += width;
        while (bits[1] >= 8) {
            bits[1] -= 8;
            packed.write((int) (bits[0] >>> bits[1]));
        }
    }
}
