package org.vitrail.pixels.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name or comment that gzip keeps of the file it packed. RFC 1952 §2.3. */
final class PackedName {

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int FIXED_BYTES = 10;

    private PackedName() {}

    /** What is kept and is not simply the file's own name. */
    static Optional<String> find(Path file) throws IOException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(1 << 17);
        }
        if (!VoxelFile.isPacked(head) || head.length < FIXED_BYTES + 2 || (head[3] & (NAME | COMMENT)) == 0) {
            return Optional.empty();
        }
        int at = FIXED_BYTES;
        if ((head[3] & EXTRA) != 0) {
            at += 2 + (head[10] & 0xff) + ((head[11] & 0xff) << 8);
        }
        String kept = text(head, at);
        String own = String.valueOf(file.getFileName());
        boolean harmless = (head[3] & COMMENT) == 0 && (own.equals(kept) || own.equals(kept + ".gz"));
        return harmless ? Optional.empty() : Optional.of(kept);
    }

    private static String text(byte[] head, int from) {
        int end = from;
        while (end < head.length && head[end] != 0) {
            end++;
        }
        return from >= head.length ? "" : new String(head, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
