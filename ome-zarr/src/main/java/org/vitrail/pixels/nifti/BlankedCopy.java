package org.vitrail.pixels.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.vitrail.pixels.UnreadableImage;

/** Copies a volume with its texts and extensions zeroed and nothing behind its voxels; every voxel stays where it was. */
final class BlankedCopy {

    private static final int PIECE = 1 << 16;

    private BlankedCopy() {}

    /**
     * Writes the copy, packed when the file is; the name that gzip keeps is left out.
     *
     * @return false when the file is a header of ANALYZE 7.5, or the copy says otherwise where voxels are
     * @throws UnreadableImage when the file is damaged; there is no copy then
     */
    static boolean write(Path file, Path copy) throws IOException {
        NiftiFiles files = NiftiFiles.of(List.of(file));
        if (!NiftiHeader.looksLike(files.head())) {
            return false;
        }
        NiftiHeader header = NiftiHeader.parse(files.headerName(), files.head());
        NiftiLayout layout = NiftiLayout.of(files.headerName(), header, null);
        boolean done = false;
        try {
            write(files, header, layout, copy);
            done = isSame(copy, header, layout);
            return done;
        } catch (EOFException | ZipException broken) {
            throw new UnreadableImage(
                    "%s cannot be read to its end: %s. Check that it was copied whole."
                            .formatted(files.headerName(), broken.getMessage()),
                    broken);
        } finally {
            if (!done) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** The same voxels, and for the header of a pair, whose voxels are kept as they are, the same place for each. */
    private static boolean isSame(Path copy, NiftiHeader header, NiftiLayout layout) throws IOException {
        NiftiFiles copied = NiftiFiles.of(List.of(copy));
        NiftiHeader parsed = NiftiHeader.parse(copied.headerName(), copied.head());
        return parsed.pair() == header.pair()
                && parsed.order().equals(header.order())
                && NiftiLayout.of(copied.headerName(), parsed, null).equals(layout);
    }

    private static void write(NiftiFiles files, NiftiHeader header, NiftiLayout layout, Path copy) throws IOException {
        boolean packed = files.isHeaderPacked();
        byte[] head = Arrays.copyOf(files.head(), header.bytes());
        TextField.of(header).forEach(field -> field.blank(head));
        ReservedBytes.blank(header, head);
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(files.header()));
                InputStream bytes = packed ? new GZIPInputStream(plain, PIECE) : plain;
                OutputStream target = Files.newOutputStream(copy);
                OutputStream out = packed ? new GZIPOutputStream(target, PIECE) : target) {
            out.write(head);
            if (header.pair()) {
                out.write(new byte[4]);
                return;
            }
            bytes.skipNBytes(layout.offset());
            zero(out, layout.offset() - header.bytes());
            copy(bytes, out, layout.bytes());
        }
    }

    private static void zero(OutputStream out, long length) throws IOException {
        byte[] zeros = new byte[(int) Math.min(PIECE, length)];
        for (long left = length; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(zeros.length, left));
        }
    }

    private static void copy(InputStream bytes, OutputStream out, long length) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long left = length; left > 0; ) {
            int got = bytes.read(piece, 0, (int) Math.min(PIECE, left));
            if (got < 0) {
                throw new EOFException("the voxels end " + left + " bytes too early");
            }
            out.write(piece, 0, got);
            left -= got;
        }
    }
}
