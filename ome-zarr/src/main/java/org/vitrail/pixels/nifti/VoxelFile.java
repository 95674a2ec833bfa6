package org.vitrail.pixels.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/**
 * Bytes of a NIfTI file at any place. A packed file is unpacked once into a temporary file, up to the length that its header tells;
 * the operating system deletes that file when it is closed or the program ends.
 *
 * @param channel open until closed by the owner
 * @param longer true when the file goes on behind the expected length
 */
record VoxelFile(FileChannel channel, boolean longer) {

    /** Deflate packs at most 1032 bytes into one (RFC 1951: 258 bytes by two bits). */
    private static final long BEST_RATIO = 1032;

    private static final int PIECE = 1 << 16;

    /** True when the bytes begin like gzip (RFC 1952). */
    static boolean isPacked(byte[] head) {
        return head.length >= 3 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8;
    }

    /** The first bytes, unpacked where they are packed; as many as there are, up to the limit. Empty when they cannot be unpacked. */
    static byte[] head(InputStream start, boolean packed, int limit) {
        try (InputStream bytes = packed ? new GZIPInputStream(start) : start) {
            return upTo(bytes, limit);
        } catch (IOException cut) {
            return new byte[0];
        }
    }

    private static byte[] upTo(InputStream bytes, int limit) throws IOException {
        byte[] head = new byte[limit];
        int held = 0;
        try {
            for (int got; held < limit && (got = bytes.read(head, held, limit - held)) > 0; ) {
                held += got;
            }
        } catch (EOFException | ZipException cut) {
            return java.util.Arrays.copyOf(head, held);
        }
        return java.util.Arrays.copyOf(head, held);
    }

    /**
     * Opens a file of which that many bytes are needed.
     *
     * @throws UnreadableImage when it is shorter, or cannot be unpacked
     * @throws UnsupportedImage when there is no room to unpack it
     */
    static VoxelFile open(Path file, boolean packed, long needed) throws IOException {
        long size = Files.size(file);
        if (!packed) {
            if (size < needed) {
                throw tooShort(file, size, needed);
            }
            return new VoxelFile(FileChannel.open(file, StandardOpenOption.READ), size > needed);
        }
        if (needed / BEST_RATIO > size) {
            throw tooShort(file, size, needed);
        }
        FileChannel channel = temporary(file, needed);
        boolean done = false;
        try {
            boolean longer = unpack(file, channel, needed);
            done = true;
            return new VoxelFile(channel, longer);
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private static FileChannel temporary(Path file, long needed) throws IOException {
        Path place = Files.createTempFile("vitrail-", ".voxels");
        FileChannel channel = FileChannel.open(
                place, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        long room = Files.getFileStore(place.getParent()).getUsableSpace();
        if (needed > room) {
            channel.close();
            throw new UnsupportedImage(
                    "%s unpacks to %d bytes, for which there is no room in the temporary folder (%d bytes are free). Make room, or give it unpacked as .nii."
                            .formatted(file.getFileName(), needed, room));
        }
        return channel;
    }

    private static boolean unpack(Path file, FileChannel channel, long needed) throws IOException {
        long done = 0;
        try (InputStream bytes = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), PIECE)) {
            byte[] piece = new byte[PIECE];
            while (done < needed) {
                int got = bytes.read(piece, 0, (int) Math.min(PIECE, needed - done));
                if (got < 0) {
                    throw tooShort(file, done, needed);
                }
                ByteBuffer all = ByteBuffer.wrap(piece, 0, got);
                while (all.hasRemaining()) {
                    channel.write(all);
                }
                done += got;
            }
            return bytes.read() >= 0;
        } catch (EOFException | ZipException broken) {
            throw new UnreadableImage(
                    "%s cannot be unpacked behind byte %d of its content (gzip: %s). Check that it was copied whole."
                            .formatted(file.getFileName(), done, broken.getMessage()),
                    broken);
        }
    }

    private static UnreadableImage tooShort(Path file, long size, long needed) {
        return new UnreadableImage(
                "%s ends at byte %d, but its voxels end at byte %d. It was cut off: copy it again, whole."
                        .formatted(file.getFileName(), size, needed));
    }
}
