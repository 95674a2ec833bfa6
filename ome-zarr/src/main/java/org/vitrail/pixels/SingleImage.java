package org.vitrail.pixels;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.identity.IdentityFinding;

/**
 * A fileset with one image.
 *
 * @param image closed with the fileset
 * @param findings what could reveal a person
 */
public record SingleImage(PixelSource image, List<IdentityFinding> findings) implements Fileset {

    /** Copies the list. */
    public SingleImage {
        findings = List.copyOf(findings);
    }

    @Override
    public List<PixelSource> images() {
        return List.of(image);
    }

    @Override
    public void close() throws IOException {
        image.close();
    }
}
