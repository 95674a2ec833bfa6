package org.vitrail.pixels.nifti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.SamePixels;
import org.vitrail.pixels.SingleImage;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding;

/** NIfTI-1 and NIfTI-2: {@code .nii}, or {@code .hdr} with {@code .img}, packed by gzip or not. */
public final class NiftiFormat implements ImageFormat {

    @Override
    public String name() {
        return "NIfTI";
    }

    @Override
    public boolean datesReveal() {
        return true;
    }

    @Override
    public boolean takes(List<Candidate> files) {
        List<Candidate> headers = files.stream().filter(NiftiFormat::isHeader).toList();
        if (headers.size() != 1 || files.size() > 2) {
            return false;
        }
        return files.stream().allMatch(file -> file == headers.get(0) || isVoxels(file));
    }

    private static boolean isHeader(Candidate file) {
        byte[] head = head(file);
        boolean analyze = file.fileName().toLowerCase(Locale.ROOT).matches(".*\\.hdr(\\.gz)?");
        return NiftiHeader.looksLike(head) || (analyze && NiftiHeader.looksLikeAnalyze(head));
    }

    private static boolean isVoxels(Candidate file) {
        return file.fileName().toLowerCase(Locale.ROOT).matches(".*\\.img(\\.gz)?");
    }

    private static byte[] head(Candidate file) {
        InputStream start = new ByteArrayInputStream(file.head());
        return VoxelFile.head(start, VoxelFile.isPacked(file.head()), NiftiHeader.MOST_BYTES);
    }

    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        NiftiFiles given = NiftiFiles.of(files);
        NiftiHeader header = header(given);
        NiftiLayout layout = NiftiLayout.of(given.headerName(), header, axes);
        VoxelFile voxels = given.openVoxels(layout.offset() + layout.bytes());
        boolean done = false;
        try {
            List<IdentityFinding> findings = NiftiIdentity.of(given, header, layout, voxels);
            done = true;
            return new SingleImage(new NiftiPixels(given.voxelsName(), voxels, layout, header.order()), findings);
        } finally {
            if (!done) {
                voxels.channel().close();
            }
        }
    }

    @Override
    public boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        if (!BlankedCopy.write(file, copy)) {
            return false;
        }
        boolean proven = false;
        try {
            proven = NiftiHeader.parse(String.valueOf(file.getFileName()), head(file))
                            .pair()
                    || SamePixels.in(this, file, copy);
            return proven;
        } finally {
            if (!proven) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static NiftiHeader header(NiftiFiles given) {
        if (!NiftiHeader.looksLike(given.head())) {
            throw new UnsupportedImage(
                    "%s is an ANALYZE 7.5 header, which says neither left nor right nor units. Convert the volume to NIfTI (.nii)."
                            .formatted(given.headerName()));
        }
        NiftiHeader header = NiftiHeader.parse(given.headerName(), given.head());
        if (header.pair() && !given.isPair()) {
            throw new UnreadableImage(
                    "%s is only the header of a NIfTI volume (magic word ni%d). Give its .img file with it."
                            .formatted(given.headerName(), header.version()));
        }
        if (!header.pair() && given.isPair()) {
            throw new UnreadableImage(
                    "%s holds its voxels itself (magic word n+%d), and %s does not belong to it. Give it alone."
                            .formatted(given.headerName(), header.version(), given.voxelsName()));
        }
        return header;
    }

    /** The first bytes of a file, unpacked where they are packed. */
    static byte[] head(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(Candidate.HEAD_BYTES);
        }
        return head(new Candidate(file, start));
    }
}
