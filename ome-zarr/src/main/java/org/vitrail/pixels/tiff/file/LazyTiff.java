package org.vitrail.pixels.tiff.file;

import java.io.IOException;
import java.nio.file.Path;

/** A TIFF file whose directories are looked at when it is first needed. Safe for several threads. */
public final class LazyTiff {

    private final Path path;
    private final OpenFiles files;
    private TiffFile opened;

    /** Opens nothing yet. @param files keep it open afterwards */
    public LazyTiff(Path path, OpenFiles files) {
        this.path = path;
        this.files = files;
    }

    /** Where the file is. */
    public Path path() {
        return path;
    }

    /** Its name without folders, for messages. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** @throws org.vitrail.pixels.UnreadableImage when it is no TIFF, or its directories are damaged */
    public synchronized TiffFile get() throws IOException {
        if (opened == null) {
            opened = new TiffFile(path, files);
        }
        return opened;
    }

    /** True when it was needed already. */
    public synchronized boolean isOpened() {
        return opened != null;
    }
}
