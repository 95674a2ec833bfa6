package org.vitrail.pixels.tiff.ome;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrail.pixels.ImageFormat.Candidate;
import org.vitrail.pixels.UnreadableImage;

/** Files of pure OME-XML: {@code .companion.ome}, {@code .ome.xml}. OME-TIFF specification 6, "Metadata-only companion files". */
public final class OmeText {

    private static final long MOST_BYTES =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 16);

    private OmeText() {}

    /** True when the first bytes of a file are those of OME-XML in UTF-8. */
    public static boolean looksLike(byte[] head) {
        int length = Math.min(head.length, Candidate.HEAD_BYTES);
        return OmeDocument.looksLike(new String(head, 0, length, StandardCharsets.UTF_8));
    }

    /** True when the file begins as OME-XML does. */
    public static boolean isDocument(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return looksLike(stream.readNBytes(Candidate.HEAD_BYTES));
        }
    }

    /** The whole text, which may be a long one for a plate. */
    public static String read(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** The whole file. */
    public static byte[] bytes(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new UnreadableImage("%s has %d MiB of OME-XML; at most %d MiB are read here. Split the image set."
                    .formatted(file.getFileName(), size >> 20, MOST_BYTES >> 20));
        }
        return Files.readAllBytes(file);
    }
}
