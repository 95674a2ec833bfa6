package org.vitrail.pixels.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.vitrail.pixels.UnreadableImage;

/** Walks over the chunks of a PNG without reading what is in them. ISO/IEC 15948 §5. */
final class PngChunks {

    /** Bytes before the first chunk. */
    static final int SIGNATURE_BYTES = 8;

    /** Chunks that pictures need: also those that say how stored values become colors, and frames of animations. */
    static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT",
            "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private static final long MOST_CHUNKS = 4_000_000;

    private PngChunks() {}

    /**
     * One chunk.
     *
     * @param offset of its length field
     * @param length of its data; 12 more bytes are length, type and checksum
     */
    record Chunk(String type, long offset, long length) {

        long end() {
            return offset + 12 + length;
        }
    }

    /** What is done with each. */
    interface Visitor {
        void visit(Chunk chunk, FileChannel file) throws IOException;
    }

    /**
     * Visits all chunks up to IEND.
     *
     * @return bytes that follow IEND
     * @throws UnreadableImage when the file ends before IEND, or a chunk is longer than the file
     */
    static long walk(Path path, Visitor visitor) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = file.size();
            long at = SIGNATURE_BYTES;
            for (long count = 0; count < MOST_CHUNKS; count++) {
                ByteBuffer head = data(file, at, 8);
                if (head.remaining() < 8) {
                    throw damaged(path, at, "ends without its last chunk (IEND)");
                }
                long length = head.getInt() & 0xffffffffL;
                String type = StandardCharsets.ISO_8859_1.decode(head).toString();
                Chunk chunk = new Chunk(type, at, length);
                if (chunk.end() > size) {
                    throw damaged(path, at, "has a chunk that goes on behind the end of the file");
                }
                visitor.visit(chunk, file);
                at = chunk.end();
                if (type.equals("IEND")) {
                    return size - at;
                }
            }
            throw damaged(path, at, "has more than " + MOST_CHUNKS + " chunks");
        }
    }

    private static UnreadableImage damaged(Path path, long at, String what) {
        return new UnreadableImage(
                "Picture %s is damaged at byte %d: it %s. Check that it was copied whole, or save it again."
                        .formatted(path.getFileName(), at, what));
    }

    /** Bytes from a place on; fewer where the file ends. */
    static ByteBuffer data(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (long from = at; bytes.hasRemaining(); ) {
            int got = file.read(bytes, from);
            if (got < 0) {
                break;
            }
            from += got;
        }
        return bytes.flip();
    }
}
