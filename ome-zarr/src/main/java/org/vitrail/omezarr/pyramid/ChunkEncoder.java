package org.vitrail.omezarr.pyramid;

import java.util.Arrays;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.omezarr.codec.CorruptChunk;

/** Cuts inner chunks out of tiles and encodes them. Safe for several threads. */
final class ChunkEncoder {

    private final CodecChain codec;
    private final int typeBytes;
    private final BufferPool buffers;

    ChunkEncoder(CodecChain codec, int typeBytes, BufferPool buffers) {
        this.codec = codec;
        this.typeBytes = typeBytes;
        this.buffers = buffers;
    }

    /** The chunk whose first sample is at {@code y}, {@code x} of the area; null when it is all zero, the fill value. */
    byte[] encode(Area area, int y, int x, LevelPlan level) {
        int rows = Math.min(level.chunkHeight(), area.height() - y);
        int columns = Math.min(level.chunkWidth(), area.width() - x);
        int rowBytes = level.chunkWidth() * typeBytes;
        if (isChunk(area, level)) {
            return encode(area.bytes());
        }
        byte[] chunk = buffers.take(level.chunkHeight() * rowBytes);
        try {
            for (int row = 0; row < rows; row++) {
                int from = (area.offset() + (y + row) * area.stride() + x) * typeBytes;
                int to = row * rowBytes;
                System.arraycopy(area.bytes(), from, chunk, to, columns * typeBytes);
                Arrays.fill(chunk, to + columns * typeBytes, to + rowBytes, (byte) 0);
            }
            Arrays.fill(chunk, rows * rowBytes, chunk.length, (byte) 0);
            return encode(chunk);
        } finally {
            buffers.giveBack(chunk);
        }
    }

    private byte[] encode(byte[] chunk) {
        return isZero(chunk) ? null : codec.encode(chunk);
    }

    /** True when the area's bytes are those of one chunk, and need not be copied. */
    private boolean isChunk(Area area, LevelPlan level) {
        return area.offset() == 0
                && area.height() == level.chunkHeight()
                && area.width() == level.chunkWidth()
                && area.stride() == level.chunkWidth()
                && area.bytes().length == level.chunkHeight() * level.chunkWidth() * typeBytes;
    }

    /** Puts a chunk's samples to {@code y}, {@code x} of the area. @param stored encoded chunk; null for all zero */
    void decode(byte[] stored, Area area, int y, int x, LevelPlan level) throws CorruptChunk {
        int rows = Math.min(level.chunkHeight(), area.height() - y);
        int columns = Math.min(level.chunkWidth(), area.width() - x);
        int rowBytes = level.chunkWidth() * typeBytes;
        byte[] chunk = stored == null ? null : codec.decode(stored, level.chunkHeight() * rowBytes, typeBytes);
        for (int row = 0; row < rows; row++) {
            int to = (area.offset() + (y + row) * area.stride() + x) * typeBytes;
            if (chunk == null) {
                Arrays.fill(area.bytes(), to, to + columns * typeBytes, (byte) 0);
            } else {
                System.arraycopy(chunk, row * rowBytes, area.bytes(), to, columns * typeBytes);
            }
        }
    }

    private static boolean isZero(byte[] chunk) {
        for (byte value : chunk) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
