package org.vitrail.pixels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One family of file formats, found through {@link java.util.ServiceLoader}; the order in {@code META-INF/services} is the order in
 * which formats are asked. Stateless and safe for several threads.
 */
public interface ImageFormat {

    /** What people call it, e.g. {@code DICOM}. */
    String name();

    /**
     * True when these files together are of this format, judged by what is in them rather than by their names. Cheap: may look into the
     * files, but does not read them whole. Does not throw for damaged files.
     *
     * @param files at least one, all of them given for one fileset
     */
    boolean takes(List<Candidate> files);

    /**
     * Opens files that {@link #takes} accepted.
     *
     * @param axes of {@code tczyx}, for what the files do not say themselves; null for none
     * @throws UnreadableImage when a file is damaged; names file and offset
     * @throws UnsupportedImage when the format's variant is not supported, and what is
     * @throws IOException when a file could not be read
     */
    Fileset open(List<Path> files, String axes) throws IOException;

    /**
     * True where a date by itself is a finding: formats of hospitals, whose images are of persons. In others nearly every file has the
     * date of its acquisition, and it is told only beside another finding.
     */
    default boolean datesReveal() {
        return false;
    }

    /**
     * Copies one file without what findings with the treatment {@code REMOVED} name; pixels stay equal and the copy opens like the
     * original, without those findings.
     *
     * @param copy does not exist yet
     * @return false when this format cannot do that, or the copy's pixels are not proven to be the same (nothing is left then): such
     *     a file must not be kept
     */
    default boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        return false;
    }

    /**
     * A file or folder that is given.
     *
     * @param path where it is
     * @param head its first bytes, at most {@value #HEAD_BYTES}; none for a folder
     */
    record Candidate(Path path, byte[] head) {

        /** Bytes of a head, at most. */
        public static final int HEAD_BYTES = 4096;

        /** Name without folders. */
        public String fileName() {
            return String.valueOf(path.getFileName());
        }

        /** True when the ASCII text stands at that offset. */
        public boolean has(int offset, String magic) {
            byte[] wanted = magic.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            return head.length >= offset + wanted.length
                    && java.util.Arrays.equals(head, offset, offset + wanted.length, wanted, 0, wanted.length);
        }
    }
}
