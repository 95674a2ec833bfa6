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
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import org.vitrail.pixels.PixelType;

/** Makes small TIFF files of every kind, written from TIFF 6.0 and not from the reader. */
public final class TiffMaker {

    public ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    public boolean big;
    public boolean tiled;
    boolean planar;
    public int compression = 1;
    int predictor = 1;
    public int width = 37;
    public int height = 29;
    public int samples = 1;
    int blockWidth = 16;
    public int blockHeight = 16;
    public int pages = 1;
    public PixelType type = PixelType.UINT16;
    public String description = "";
    int photometric = 1;
    public final Map<Integer, long[]> replaced = new TreeMap<>();

    /** Further values of the first page that are longer than a pointer. */
    public final Map<Integer, Blob> blobs = new TreeMap<>();

    /** Directories below the first page, e.g. Exif's, by the field that leads there. */
    public final Map<Integer, Map<Integer, Blob>> directories = new TreeMap<>();

    /** Codes blocks instead of the compressions that are known here; null for those. */
    public UnaryOperator<byte[]> coder;

    /** Stands behind each block and is counted with it. */
    public byte[] behind = new byte[0];

    private ByteBuffer out;

    /** Bytes of a TIFF type: 1 BYTE, 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL, 7 UNDEFINED. */
    public record Blob(int kind, byte[] bytes) {

        public static Blob text(String text) {
            return new Blob(2, (text + "\0").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The value of a sample, as a reader must give it. */
    static long value(int page, int sample, int y, int x) {
        return x * 3L + y * 11L + sample * 50L + page * 7L;
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    public byte[] bytes() {
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
                    counts.add((long) block.length + behind.length);
                    out.put(block).put(behind);
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
        Map<Integer, Blob> texts = new TreeMap<>();
        if (page == 0) {
            texts.putAll(blobs);
            directories.forEach((tag, inside) -> fields.put(tag, new long[] {below(inside)}));
        }
        if (page == 0 && !description.isEmpty()) {
            texts.put(270, Blob.text(description));
        }
        return directory(fields, texts, pointer);
    }

    /** Writes a directory and what belongs to it, lets the pointer point to it, and gives the place of its own next pointer. */
    private int directory(Map<Integer, long[]> fields, Map<Integer, Blob> blobs, int pointer) {
        Map<Integer, long[]> entries = new TreeMap<>();
        int size = big ? 8 : 4;
        for (Map.Entry<Integer, long[]> field : fields.entrySet()) {
            long[] values = field.getValue();
            long place = values.length > 1 ? out.position() : values[0];
            entries.put(field.getKey(), new long[] {big ? 16 : 4, values.length, place});
            for (int i = 0; values.length > 1 && i < values.length; i++) {
                putOffset(values[i]);
            }
        }
        for (Map.Entry<Integer, Blob> blob : blobs.entrySet()) {
            byte[] bytes = blob.getValue().bytes();
            int width = switch (blob.getValue().kind()) {
                case 3 -> 2;
                case 4 -> 4;
                case 5 -> 8;
                default -> 1;
            };
            entries.put(blob.getKey(), new long[] {blob.getValue().kind(), bytes.length / width, out.position()});
            out.put(java.util.Arrays.copyOf(bytes, Math.max(bytes.length, size + 1)));
        }
        int start = out.position();
        out.position(pointer);
        putOffset(start);
        out.position(start);
        if (big) {
            out.putLong(entries.size());
        } else {
            out.putShort((short) entries.size());
        }
        for (Map.Entry<Integer, long[]> entry : entries.entrySet()) {
            out.putShort((short) (int) entry.getKey()).putShort((short) entry.getValue()[0]);
            putOffset(entry.getValue()[1]);
            putOffset(entry.getValue()[2]);
        }
        int next = out.position();
        out.position(next + size);
        return next;
    }

    /** Writes a directory that no page's chain leads to, and gives its place. */
    private long below(Map<Integer, Blob> blobs) {
        int pointer = out.position();
        out.position(pointer + 8);
        directory(Map.of(), blobs, pointer);
        long at = big ? out.getLong(pointer) : out.getInt(pointer);
        return at;
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
        if (coder != null) {
            return coder.apply(block);
        }
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
