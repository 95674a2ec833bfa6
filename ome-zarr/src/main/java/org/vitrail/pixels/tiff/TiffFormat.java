package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.identity.IdentityCopy;
import org.vitrail.pixels.tiff.ome.OmeFolder;
import org.vitrail.pixels.tiff.ome.OmeText;

/** TIFF, BigTIFF, OME-TIFF in one or several files or with a companion file, and ImageJ stacks. */
public final class TiffFormat implements ImageFormat {

    @Override
    public String name() {
        return "TIFF";
    }

    @Override
    public boolean takes(List<Candidate> files) {
        if (files.size() == 1 && files.get(0).head().length == 0) {
            return OmeFolder.looksLike(files.get(0).path());
        }
        return files.stream().allMatch(file -> isTiff(file) || OmeText.looksLike(file.head()));
    }

    /** A DICOM file may begin with a TIFF header in its preamble (PS3.10 §7.1), and is not for this reader then. */
    private static boolean isTiff(Candidate file) {
        return file.head().length >= 8 && TiffFile.looksLike(file.head()) && !file.has(128, "DICM");
    }

    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        boolean folder = files.size() == 1 && Files.isDirectory(files.get(0));
        return TiffImages.open(folder ? OmeFolder.files(files.get(0)) : files, axes);
    }

    @Override
    public boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        if (Files.isDirectory(file) || !IdentityCopy.write(file, copy)) {
            return false;
        }
        boolean alike = OpensAlike.check(file, copy);
        if (!alike) {
            Files.delete(copy);
        }
        return alike;
    }
}
