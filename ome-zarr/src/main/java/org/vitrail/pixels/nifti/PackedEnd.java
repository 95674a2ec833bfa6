package org.vitrail.pixels.nifti;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Whether a packed file is one member of gzip without an extra field, and nothing behind it. RFC 1952 §2.2, §2.3. */
final class PackedEnd {

    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int FIXED_BYTES = 10;
    private static final int TRAILER_BYTES = 8;

    private PackedEnd() {}

    /** True when something is there besides the packed content; also when the content is damaged, which is said elsewhere. */
    static boolean holdsMore(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] fixed = bytes.readNBytes(FIXED_BYTES);
            if (!VoxelFile.isPacked(fixed) || fixed.length < FIXED_BYTES) {
                return false;
            }
            if ((fixed[3] & EXTRA) != 0) {
                return true;
            }
            long head = FIXED_BYTES + text(bytes, fixed[3] & NAME) + text(bytes, fixed[3] & COMMENT);
            head += bytes.readNBytes((fixed[3] & CHECKSUM) != 0 ? 2 : 0).length;
            return head + packed(bytes) + TRAILER_BYTES != Files.size(file);
        }
    }

    private static long text(InputStream bytes, int flag) throws IOException {
        long length = 0;
        for (int one = flag == 0 ? 0 : 1; one > 0; length++) {
            one = bytes.read();
        }
        return length;
    }

    /** Length of the stream that begins here, packed. */
    private static long packed(InputStream bytes) throws IOException {
        Inflater inflater = new Inflater(true);
        byte[] in = new byte[1 << 16];
        byte[] out = new byte[1 << 16];
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int got = bytes.read(in);
                    if (got < 0) {
                        return -1;
                    }
                    inflater.setInput(in, 0, got);
                }
                inflater.inflate(out);
            }
            return inflater.getBytesRead();
        } catch (DataFormatException damaged) {
            return -1;
        } finally {
            inflater.end();
        }
    }
}
