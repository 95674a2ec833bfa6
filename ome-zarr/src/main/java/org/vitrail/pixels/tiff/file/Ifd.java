package org.vitrail.pixels.tiff.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One directory: its fields, whose long values stay in the file until asked for. TIFF 6.0 §2. */
public final class Ifd {

    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** A text is held a few times over while it is judged. */
    public static final long MOST_TEXT_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);

    private final TiffFile file;
    private final long offset;
    private final ByteBuffer entries;
    private final Map<Integer, Field> fields = new HashMap<>();

    private record Field(int type, long count, long valueOffset) {}

    Ifd(TiffFile file, long offset, ByteBuffer entries, int count) {
        this.file = file;
        this.offset = offset;
        this.entries = entries;
        int entryBytes = file.isBig() ? 20 : 12;
        long first = offset + (file.isBig() ? 8 : 2);
        for (int i = 0; i < count; i++) {
            int at = i * entryBytes;
            fields.putIfAbsent(entries.getShort(at) & 0xffff, field(entries, at, first + at));
        }
    }

    private Field field(ByteBuffer entries, int at, long inFile) {
        int type = entries.getShort(at + 2) & 0xffff;
        long count = file.isBig() ? entries.getLong(at + 4) : TiffFile.unsigned(entries.getInt(at + 4));
        int valueAt = file.isBig() ? 12 : 8;
        int inline = file.isBig() ? 8 : 4;
        int size = type < SIZES.length ? SIZES[type] : 0;
        if (size == 0 || count < 0 || count > file.sizeBytes() / size) {
            return new Field(0, count, inFile);
        }
        long value = count * size <= inline
                ? inFile + valueAt
                : file.isBig() ? entries.getLong(at + valueAt) : TiffFile.unsigned(entries.getInt(at + valueAt));
        return new Field(type, count, value);
    }

    /**
     * A value that stands outside of its directory.
     *
     * @param length in bytes, −1 where its type is unknown or its count absurd
     * @param repeated true when the directory has that field before already, which counts instead
     */
    public record Outside(int tag, long offset, long length, boolean repeated) {}

    /** All values outside of the directory, in the order of its entries, those of repeated fields too. */
    public List<Outside> outside() {
        List<Outside> outside = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        int entryBytes = file.isBig() ? 20 : 12;
        for (int at = 0; at + entryBytes <= entries.limit(); at += entryBytes) {
            int tag = entries.getShort(at) & 0xffff;
            boolean repeated = !seen.add(tag);
            Field field = field(entries, at, offset);
            long bytes = field.count * SIZES[field.type];
            int pointer = at + (file.isBig() ? 12 : 8);
            if (field.type == 0) {
                long value = file.isBig() ? entries.getLong(pointer) : TiffFile.unsigned(entries.getInt(pointer));
                outside.add(new Outside(tag, value, -1, repeated));
            } else if (bytes > (file.isBig() ? 8 : 4)) {
                outside.add(new Outside(tag, field.valueOffset, bytes, repeated));
            }
        }
        return outside;
    }

    /** How many bytes the directory has, with its count and the pointer to the next. */
    public long lengthBytes() {
        return entries.limit() + (file.isBig() ? 16L : 6L);
    }

    /** A field's TIFF type; 0 when it is absent, of an unknown type, or its count is absurd. */
    public int type(int tag) {
        Field field = fields.get(tag);
        return field == null ? 0 : field.type;
    }

    /** Where the directory begins in the file. */
    public long offset() {
        return offset;
    }

    /** Numbers of its fields, ascending. */
    public List<Integer> tags() {
        return fields.keySet().stream().sorted().toList();
    }

    /** Where a field's value stands in the file; −1 when the field is absent or of an unknown type. */
    public long valueOffset(int tag) {
        Field field = fields.get(tag);
        return field == null || field.type == 0 ? -1 : field.valueOffset;
    }

    /** Length of a field's value. */
    public long valueBytes(int tag) {
        Field field = fields.get(tag);
        return field == null ? 0 : field.count * SIZES[field.type];
    }

    /** True when the directory has that field, whatever its type. */
    public boolean has(int tag) {
        return fields.containsKey(tag);
    }

    /** Number of values of a field, 0 when it is absent. */
    public long count(int tag) {
        Field field = fields.get(tag);
        return field == null ? 0 : field.count;
    }

    /** First value of an integer field, or the default. */
    public long number(int tag, long absent) throws IOException {
        return has(tag) ? number(tag, absent, 0) : absent;
    }

    /** One value of an integer field, read from the file. */
    public long number(int tag, long absent, long index) throws IOException {
        Field field = fields.get(tag);
        if (field == null) {
            return absent;
        }
        if (index >= field.count || SIZES[field.type] == 0) {
            throw file.broken("field " + tag + " has no value number " + index, offset);
        }
        long at = field.valueOffset + index * SIZES[field.type];
        return switch (field.type) {
            case 1, 7 -> bytes(at, 1).get() & 0xff;
            case 3 -> bytes(at, 2).getShort() & 0xffff;
            case 4, 13 -> TiffFile.unsigned(bytes(at, 4).getInt());
            case 16, 17, 18 -> bytes(at, 8).getLong();
            case 6 -> bytes(at, 1).get();
            case 8 -> bytes(at, 2).getShort();
            case 9 -> bytes(at, 4).getInt();
            default -> throw file.broken("field " + tag + " is not a number", offset);
        };
    }

    /** Short values stand in the directory itself, which is in memory. */
    private ByteBuffer bytes(long at, int length) throws IOException {
        long inDirectory = at - offset - (file.isBig() ? 8 : 2);
        if (inDirectory >= 0 && inDirectory <= entries.limit() - length) {
            return entries.slice((int) inDirectory, length).order(file.order());
        }
        return file.bytes(at, length);
    }

    /** Value of a rational field, or NaN. */
    public double rational(int tag) throws IOException {
        Field field = fields.get(tag);
        if (field == null || field.type != 5 || field.count < 1) {
            return Double.NaN;
        }
        ByteBuffer pair = file.bytes(field.valueOffset, 8);
        return (double) TiffFile.unsigned(pair.getInt()) / TiffFile.unsigned(pair.getInt());
    }

    /** Value of a field of bytes, empty when it is absent or of another type. */
    public byte[] bytes(int tag) throws IOException {
        Field field = fields.get(tag);
        if (field == null || SIZES[field.type] != 1) {
            return new byte[0];
        }
        if (field.count > MOST_TEXT_BYTES) {
            throw file.broken("field " + tag + " claims " + field.count + " bytes", offset);
        }
        byte[] bytes = new byte[(int) field.count];
        file.read(field.valueOffset, bytes, 0, bytes.length);
        return bytes;
    }

    /** A field's value as it stands in the file, whatever its type; empty when it is absent. */
    public byte[] raw(int tag) throws IOException {
        long length = valueOffset(tag) < 0 ? 0 : valueBytes(tag);
        if (length > MOST_TEXT_BYTES) {
            throw file.broken("field " + tag + " claims " + length + " bytes", offset);
        }
        byte[] bytes = new byte[(int) length];
        file.read(valueOffset(tag) < 0 ? 0 : valueOffset(tag), bytes, 0, bytes.length);
        return bytes;
    }

    /** Text of a field, empty when absent; UTF-8, without the zero bytes at its end. */
    public String text(int tag) throws IOException {
        byte[] bytes = bytes(tag);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
