package org.vitrail.pixels.nifti;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.vitrail.pixels.UnreadableImage;

/**
 * The one or two files of a volume.
 *
 * @param header file with the header
 * @param voxels file with the voxels; the same when there is one file
 * @param head first bytes of the header's file, unpacked
 */
record NiftiFiles(Path header, Path voxels, byte[] head) {

    /**
     * Tells header and voxels apart, in whatever order they are given.
     *
     * @throws UnreadableImage when none has a header
     */
    static NiftiFiles of(List<Path> files) throws IOException {
        for (Path file : files) {
            byte[] head = NiftiFormat.head(file);
            if (NiftiHeader.looksLike(head) || NiftiHeader.looksLikeAnalyze(head)) {
                Path other = files.stream()
                        .filter(path -> !path.equals(file))
                        .findFirst()
                        .orElse(file);
                return new NiftiFiles(file, other, head);
            }
        }
        throw new UnreadableImage("%s has no NIfTI header (byte 344 or 4). Is it the right file, whole?"
                .formatted(files.get(0).getFileName()));
    }

    boolean isPair() {
        return !header.equals(voxels);
    }

    String headerName() {
        return String.valueOf(header.getFileName());
    }

    String voxelsName() {
        return String.valueOf(voxels.getFileName());
    }

    boolean isHeaderPacked() throws IOException {
        return VoxelFile.isPacked(start(header));
    }

    /** What follows the header in its file, unpacked. */
    InputStream behindHeader(NiftiHeader parsed) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(header));
        InputStream unpacked = isHeaderPacked() ? new GZIPInputStream(bytes) : bytes;
        unpacked.skipNBytes(parsed.bytes());
        return unpacked;
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(3);
        }
    }

    /** Opens the voxels. @param needed bytes, from the beginning of the unpacked file */
    VoxelFile openVoxels(long needed) throws IOException {
        return VoxelFile.open(voxels, isPacked(needed), needed);
    }

    /** Bare voxels may begin like gzip by chance, but are long enough then. */
    private boolean isPacked(long needed) throws IOException {
        boolean named = voxelsName().toLowerCase(Locale.ROOT).endsWith(".gz");
        return VoxelFile.isPacked(start(voxels)) && (!isPair() || named || Files.size(voxels) < needed);
    }
}
