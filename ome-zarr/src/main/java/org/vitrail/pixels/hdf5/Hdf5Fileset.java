package org.vitrail.pixels.hdf5;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.identity.IdentityFinding;

/** The images of one file. */
record Hdf5Fileset(Hdf5File file, List<? extends PixelSource> images, List<IdentityFinding> findings)
        implements Fileset {

    Hdf5Fileset {
        images = List.copyOf(images);
        findings = List.copyOf(findings);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
