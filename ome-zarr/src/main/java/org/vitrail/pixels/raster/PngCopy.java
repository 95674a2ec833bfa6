package org.vitrail.pixels.raster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Writes a PNG with nothing but pixels, colors, spacing and orientation; every checksum is made anew. ISO/IEC 15948 §5.3. */
final class PngCopy {

    private static final int PIECE = 1 << 16;

    private final OutputStream out;
    private final PngIdentity.Look look;
    private long pixelsLeft;

    private PngCopy(OutputStream out, PngIdentity.Look look) {
        this.out = out;
        this.look = look;
        this.pixelsLeft = look.pixelBytes();
    }

    /** @return false when more is packed among the pixels than the picture has: that cannot be cut off */
    static boolean write(Path file, Path copy) throws IOException {
        PngIdentity.Look look = PngIdentity.of(file);
        if (!look.cuttable()) {
            return false;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            PngChunks.walk(file, new PngCopy(out, look)::chunk);
        }
        return true;
    }

    private void chunk(PngChunks.Chunk chunk, FileChannel file) throws IOException {
        String type = chunk.type();
        if (type.equals("IEND")) {
            put(type, new byte[0]);
        } else if (type.equals("iCCP")
                && look.profile() != null
                && !look.leftOut().contains(chunk.offset())) {
            if (look.profile().data().length > 0) {
                put(type, look.profile().data());
            }
        } else if (PngChunks.KEPT.contains(type) && !look.leftOut().contains(chunk.offset())) {
            long length = type.equals("IDAT") ? Math.min(chunk.length(), pixelsLeft) : chunk.length();
            pixelsLeft -= type.equals("IDAT") ? length : 0;
            if (length > 0) {
                transfer(file, chunk, length);
            }
        }
        if (type.equals("IHDR") && look.identity().orientation() > 1) {
            put("eXIf", ExifData.ofOrientation(look.identity().orientation()));
        }
    }

    /** The first so many bytes of a chunk's data. */
    private void transfer(FileChannel file, PngChunks.Chunk chunk, long length) throws IOException {
        CRC32 checksum = begin(chunk.type(), length);
        for (long at = 0; at < length; at += PIECE) {
            ByteBuffer piece = PngChunks.data(file, chunk.offset() + 8 + at, (int) Math.min(PIECE, length - at));
            if (piece.limit() < Math.min(PIECE, length - at)) {
                throw new IOException("the file became shorter while it was copied");
            }
            out.write(piece.array(), 0, piece.limit());
            checksum.update(piece.array(), 0, piece.limit());
        }
        number(checksum.getValue());
    }

    private void put(String type, byte[] data) throws IOException {
        CRC32 checksum = begin(type, data.length);
        out.write(data);
        checksum.update(data);
        number(checksum.getValue());
    }

    private CRC32 begin(String type, long length) throws IOException {
        byte[] letters = type.getBytes(StandardCharsets.US_ASCII);
        number(length);
        out.write(letters);
        CRC32 checksum = new CRC32();
        checksum.update(letters);
        return checksum;
    }

    private void number(long value) throws IOException {
        out.write(ByteBuffer.allocate(4).putInt((int) value).array());
    }
}
