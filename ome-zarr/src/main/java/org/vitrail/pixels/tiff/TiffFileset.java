package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.identity.IdentityFinding;

/** Images in TIFF files that stay open together. */
record TiffFileset(List<PixelSource> images, TiffFiles files) implements Fileset {

    TiffFileset {
        images = List.copyOf(images);
    }

    @Override
    public List<IdentityFinding> findings() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
