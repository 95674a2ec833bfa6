package org.vitrail.omezarr.zip;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Reads an archive's central directory, with bounds on its length and on what it declares. APPNOTE §4.3.12 to §4.3.16. */
public final class ZipDirectory {

    private static final long MOST_BYTES =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final int MOST_MEMBERS = 1_000_000;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int LONGEST_COMMENT = 0xffff;

    private final FileChannel file;
    private final Map<String, ZipMember> members = new HashMap<>();
    private long start;
    private long held;

    private ZipDirectory(FileChannel file) {
        this.file = file;
    }

    /**
     * The files in an archive by their names; folders are left out.
     *
     * @throws BadZip when the archive is damaged, split, encrypted, or declares absurd numbers, or a name stands twice
     */
    public static Map<String, ZipMember> read(FileChannel file) throws IOException, BadZip {
        ZipDirectory directory = new ZipDirectory(file);
        try {
            directory.read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw new BadZip("its central directory ends in the middle of an entry");
        }
        return Collections.unmodifiableMap(directory.members);
    }

    private void read() throws IOException, BadZip {
        long size = file.size();
        int tailBytes = (int) Math.min(size, END_BYTES + LONGEST_COMMENT + LOCATOR_BYTES);
        ByteBuffer tail = bytes(size - tailBytes, tailBytes);
        int end = findEnd(tail);
        long count = tail.getShort(end + 10) & 0xffff;
        long bytes = tail.getInt(end + 12) & 0xffffffffL;
        start = tail.getInt(end + 16) & 0xffffffffL;
        require(tail.getShort(end + 4) == 0 || tail.getShort(end + 4) == -1, "it is one part of a split archive");
        int locator = end - LOCATOR_BYTES;
        if (locator >= 0 && tail.getInt(locator) == LOCATOR_64) {
            ByteBuffer end64 = bytes(tail.getLong(locator + 8), 56);
            require(end64.getInt(0) == END_64, "its ZIP64 end record is not where it should be");
            count = end64.getLong(32);
            bytes = end64.getLong(40);
            start = end64.getLong(48);
        }
        require(count >= 0 && count <= MOST_MEMBERS, "it has " + count + " members, at most " + MOST_MEMBERS);
        require(
                bytes >= 0 && bytes <= MOST_BYTES,
                "its central directory has " + bytes + " bytes, at most " + MOST_BYTES + " are taken");
        readEntries(bytes(start, (int) bytes), (int) count);
        require(held <= start, "its members claim " + held + " bytes, and lie in " + start + ": they overlap");
    }

    private static int findEnd(ByteBuffer tail) throws BadZip {
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END && (tail.getShort(at + 20) & 0xffff) == tail.limit() - at - END_BYTES) {
                return at;
            }
        }
        throw new BadZip("it has no end record: it was not copied whole, or is no ZIP archive");
    }

    private ByteBuffer bytes(long offset, int length) throws IOException, BadZip {
        require(
                offset >= 0 && offset <= file.size() - length,
                "what should lie at byte " + offset + " is outside of its " + file.size() + " bytes");
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("ended at byte " + (offset + buffer.position()));
            }
        }
        return buffer.flip();
    }

    private void readEntries(ByteBuffer entries, int count) throws BadZip {
        for (int i = 0; i < count; i++) {
            int at = entries.position();
            require(entries.getInt(at) == ENTRY, "entry " + i + " of its central directory is damaged");
            byte[] name = new byte[entries.getShort(at + 28) & 0xffff];
            int extra = entries.getShort(at + 30) & 0xffff;
            int comment = entries.getShort(at + 32) & 0xffff;
            entries.position(at + 46).get(name);
            ByteBuffer fields = entries.slice(entries.position(), extra).order(ByteOrder.LITTLE_ENDIAN);
            entries.position(entries.position() + extra + comment);
            readEntry(entries, at, new String(name, StandardCharsets.UTF_8), fields);
            held += 30L + name.length;
        }
    }

    private void readEntry(ByteBuffer entries, int at, String name, ByteBuffer extra) throws BadZip {
        boolean link = (entries.getInt(at + 38) >>> 16 & 0xf000) == 0xa000;
        require(!link, "member \"" + printable(name) + "\" is a symbolic link, which is not followed");
        int method = entries.getShort(at + 10) & 0xffff;
        long[] sizes = sizes(entries, at, extra, name);
        if (name.endsWith("/")) {
            return;
        }
        ZipMember member = new ZipMember(name, method == 8, entries.getInt(at + 16), sizes[1], sizes[0], sizes[2]);
        boolean encrypted = (entries.getShort(at + 8) & 1) != 0;
        require(!encrypted, "member \"" + printable(name) + "\" is encrypted");
        require(
                method == 0 || method == 8,
                "member \"" + printable(name) + "\" is compressed by method " + method
                        + "; stored and deflated ones are read");
        requireModest(member);
        held += member.storedBytes();
        if (members.put(name, member) != null) {
            throw new BadZip("member \"" + printable(name) + "\" stands twice");
        }
    }

    /** Deflate makes at most 1032 bytes of one. RFC 1951: 258 bytes for two bits. */
    private void requireModest(ZipMember member) throws BadZip {
        boolean sound = member.sizeBytes() >= 0 && member.storedBytes() >= 0 && member.storedBytes() <= start;
        sound = sound
                && (member.deflated()
                        ? member.sizeBytes() / 1032 <= member.storedBytes()
                        : member.sizeBytes() == member.storedBytes());
        require(
                sound && member.header() >= 0 && member.header() < start,
                "member \"" + printable(member.name()) + "\" claims " + member.sizeBytes() + " bytes from "
                        + member.storedBytes() + " at byte " + member.header());
    }

    /** Unpacked size, stored size, offset; from the ZIP64 field where the entry says so. APPNOTE §4.5.3. */
    private static long[] sizes(ByteBuffer entries, int at, ByteBuffer extra, String name) throws BadZip {
        long[] sizes = {
            entries.getInt(at + 24) & 0xffffffffL,
            entries.getInt(at + 20) & 0xffffffffL,
            entries.getInt(at + 42) & 0xffffffffL
        };
        while (extra.remaining() >= 4) {
            int kind = extra.getShort() & 0xffff;
            int length = extra.getShort() & 0xffff;
            require(length <= extra.remaining(), "the extra fields of \"" + printable(name) + "\" are damaged");
            int next = extra.position() + length;
            for (int i = 0; kind == 1 && i < 3 && next - extra.position() >= 8; i++) {
                sizes[i] = sizes[i] == 0xffffffffL ? extra.getLong() : sizes[i];
            }
            extra.position(next);
        }
        return sizes;
    }

    private static String printable(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    private static void require(boolean holds, String otherwise) throws BadZip {
        if (!holds) {
            throw new BadZip(otherwise);
        }
    }
}
