package org.vitrail.pixels.tiff.aperio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Whole-slide scans of Aperio (SVS): TIFF files with a pyramid, and pictures of the slide and its label beside it. */
public final class AperioFormat implements ImageFormat {

    @Override
    public String name() {
        return "Aperio SVS";
    }

    @Override
    public boolean datesReveal() {
        return true;
    }

    @Override
    public boolean takes(List<Candidate> files) {
        if (files.size() != 1
                || files.get(0).head().length < 8
                || !TiffFile.looksLike(files.get(0).head())) {
            return false;
        }
        try (OpenFiles open = new OpenFiles()) {
            return AperioText.looksLike(
                    TiffFile.firstPage(files.get(0).path(), open).page(0));
        } catch (IOException | PixelsException damaged) {
            return false; // the readers that come after say where
        }
    }

    /** The axes are known: the caller's are not asked. */
    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        return AperioSlide.open(files.get(0));
    }

    @Override
    public boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        boolean clean = false;
        Files.copy(file, copy);
        try {
            AperioCopy.patch(file, copy);
            try (AperioSlide slide = AperioSlide.open(copy)) {
                clean = slide.findings().isEmpty() && AperioCopy.hasSamePixels(file, copy);
            }
            return clean;
        } catch (PixelsException damaged) {
            return false; // what cannot be taken apart cannot be cleaned
        } finally {
            if (!clean) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
