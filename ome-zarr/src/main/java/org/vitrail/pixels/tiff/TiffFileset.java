package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.tiff.identity.FindingList;
import org.vitrail.pixels.tiff.ome.TiffFiles;

/** Images in TIFF files that stay open together. What could reveal a person is looked for when it is first asked for. */
final class TiffFileset implements Fileset {

    private final List<PixelSource> images;
    private final TiffFiles files;
    private List<IdentityFinding> findings;

    TiffFileset(List<PixelSource> images, TiffFiles files) {
        this.images = List.copyOf(images);
        this.files = files;
    }

    @Override
    public List<PixelSource> images() {
        return images;
    }

    TiffFiles files() {
        return files;
    }

    @Override
    public synchronized List<IdentityFinding> findings() {
        if (findings == null) {
            FindingList found = new FindingList();
            for (Path path : files.used()) {
                try {
                    found.addAll(path, files);
                } catch (IOException failed) {
                    throw new UnreadableImage(
                            "%s could not be read: %s".formatted(path.getFileName(), failed.getMessage()), failed);
                }
            }
            findings = found.all();
        }
        return findings;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
