package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Tells by a TIFF file's fields which slide scanner made it. Aperio's files are read here and not among them. */
public final class ScannerSigns {

    private static final long MOST_TEXT_BYTES = 64 << 20;

    private ScannerSigns() {}

    /** True when a file begins as TIFF or BigTIFF does. @param head its first bytes */
    public static boolean looksLikeTiff(byte[] head) {
        return head.length >= 8 && TiffFile.looksLike(head);
    }

    /** Maker and format of a TIFF file; empty for plain TIFF and for damaged files. */
    public static Optional<String> of(Path file) {
        try (OpenFiles open = new OpenFiles()) {
            return Optional.ofNullable(maker(TiffFile.firstPage(file, open).page(0)));
        } catch (IOException | PixelsException damaged) {
            return Optional.empty(); // the reader for plain TIFF says where
        }
    }

    /**
     * True for an NDPI with pages at several distances from the first focal plane (field 65424); false where its directories cannot be
     * walked, as in files beyond 4 GB.
     */
    public static boolean hasFocalPlanes(Path file) {
        try (OpenFiles open = new OpenFiles()) {
            TiffFile tiff = new TiffFile(file, open);
            for (int page = 0; page < tiff.pageCount(); page++) {
                if (tiff.page(page).number(Tag.HAMAMATSU_FOCUS, 0) != 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException | PixelsException unknown) {
            return false;
        }
    }

    private static String maker(Ifd page) throws IOException {
        String software = text(page, Tag.SOFTWARE);
        if (page.has(Tag.HAMAMATSU_FORMAT) || text(page, Tag.MAKE).startsWith("Hamamatsu")) {
            return "Hamamatsu NDPI";
        }
        if (software.startsWith("Philips")) {
            return "Philips TIFF";
        }
        if (software.startsWith("MedScan")) {
            return "Trestle TIFF";
        }
        if (text(page, Tag.IMAGE_DESCRIPTION).contains("http://www.leica-microsystems.com/scn/2010/10/01")) {
            return "Leica SCN";
        }
        return text(page, Tag.XMP).contains("<iScan") ? "Ventana BIF" : null;
    }

    private static String text(Ifd page, int tag) throws IOException {
        return page.count(tag) > MOST_TEXT_BYTES ? "" : page.text(tag);
    }
}
