package org.vitrail.omezarr.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads bytes of an archive's members. Safe for several threads. */
public final class MemberBytes {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int BLOCK = 1 << 16;

    private final FileChannel file;

    /** Reads from that archive. */
    public MemberBytes(FileChannel file) {
        this.file = file;
    }

    /**
     * Part of a member. Of a deflated one all before it is unpacked and forgotten. The whole of a member is held against its checksum.
     *
     * @param length so many bytes are there behind {@code from}
     * @throws BadZip when the member is damaged
     */
    public byte[] read(ZipMember member, long from, int length) throws IOException, BadZip {
        long start = start(member);
        byte[] bytes = member.deflated() ? inflated(member, start, from, length) : plain(start + from, length);
        if (length == member.sizeBytes()) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if ((int) crc.getValue() != member.crc()) {
                throw damaged(member, "its CRC-32 does not match");
            }
        }
        return bytes;
    }

    /** First byte behind the local header, which must name the same member as the central directory. */
    private long start(ZipMember member) throws IOException, BadZip {
        byte[] name = member.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = ByteBuffer.wrap(plain(member.header(), LOCAL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        int nameBytes = header.getShort(26) & 0xffff;
        boolean same = header.getInt(0) == LOCAL && (header.getShort(8) == 8) == member.deflated();
        if (!same || !java.util.Arrays.equals(plain(member.header() + LOCAL_BYTES, nameBytes), name)) {
            throw damaged(member, "at byte " + member.header() + " there is another one");
        }
        return member.header() + LOCAL_BYTES + nameBytes + (header.getShort(28) & 0xffff);
    }

    private byte[] plain(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        fill(buffer, offset);
        return buffer.array();
    }

    private void fill(ByteBuffer buffer, long offset) throws IOException {
        int begin = buffer.position();
        while (buffer.hasRemaining()) {
            long at = offset + buffer.position() - begin;
            if (file.read(buffer, at) < 0) {
                throw new IOException("the archive ended at byte " + at);
            }
        }
    }

    private byte[] inflated(ZipMember member, long start, long from, int length) throws IOException, BadZip {
        Inflater inflater = new Inflater(true);
        try {
            byte[] out = new byte[length];
            byte[] passed = new byte[(int) Math.min(BLOCK, from)];
            Source source = new Source(inflater, start, member.storedBytes());
            for (long left = from; left > 0; ) {
                left -= step(member, source, passed, 0, (int) Math.min(passed.length, left));
            }
            for (int made = 0; made < length; ) {
                made += step(member, source, out, made, length - made);
            }
            if (from + length == member.sizeBytes() && source.inflate(new byte[1], 0, 1) > 0) {
                throw damaged(member, "it unpacks to more than the " + member.sizeBytes() + " bytes it claims");
            }
            return out;
        } catch (DataFormatException damaged) {
            throw damaged(member, "its deflated data are damaged");
        } finally {
            inflater.end();
        }
    }

    private int step(ZipMember member, Source source, byte[] out, int at, int room)
            throws IOException, BadZip, DataFormatException {
        int made = source.inflate(out, at, room);
        if (made == 0) {
            throw damaged(member, "it unpacks to less than the " + member.sizeBytes() + " bytes it claims");
        }
        return made;
    }

    /** Stored bytes on their way into an inflater. */
    private final class Source {
        private final Inflater inflater;
        private long at;
        private long left;

        Source(Inflater inflater, long at, long left) {
            this.inflater = inflater;
            this.at = at;
            this.left = left;
        }

        /** 0 at the end of what is stored. */
        int inflate(byte[] out, int from, int room) throws IOException, DataFormatException {
            int made = inflater.inflate(out, from, room);
            while (made == 0 && left > 0 && inflater.needsInput()) {
                int length = (int) Math.min(BLOCK, left);
                inflater.setInput(plain(at, length));
                at += length;
                left -= length;
                made = inflater.inflate(out, from, room);
            }
            return made;
        }
    }

    private static BadZip damaged(ZipMember member, String what) {
        return new BadZip("member \"" + member.name() + "\" is damaged: " + what);
    }
}
