package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Path;

/** A TIFF file whose directories are looked at when it is first needed. Safe for several threads. */
final class LazyTiff {

    private final Path path;
    private final OpenFiles files;
    private TiffFile opened;

    LazyTiff(Path path, OpenFiles files) {
        this.path = path;
        this.files = files;
    }

    Path path() {
        return path;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** @throws org.vitrail.pixels.UnreadableImage when it is no TIFF, or its directories are damaged */
    synchronized TiffFile get() throws IOException {
        if (opened == null) {
            opened = new TiffFile(path, files);
        }
        return opened;
    }

    /** True when it was needed already. */
    synchronized boolean isOpened() {
        return opened != null;
    }
}
