package org.vitrail.pixels;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.identity.IdentityFinding;

/** The files that together hold one or more images: a TIFF, a multi-file OME-TIFF, a DICOM series, a plate. contracts.md §2. */
public interface Fileset extends Closeable {

    /**
     * At least one image, in the order of the files; the same objects at every call. They read from the files as long as the fileset is
     * open; closing the fileset closes them all, closing one of them is not needed.
     */
    List<? extends PixelSource> images();

    /** What could reveal a person, in the order of the files; empty when nothing was found. */
    List<IdentityFinding> findings();

    @Override
    void close() throws IOException;
}
