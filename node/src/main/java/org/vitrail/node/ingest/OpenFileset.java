package org.vitrail.node.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.PixelSource;

/**
 * The files of a fileset on the local disk, opened; closing it removes them.
 *
 * @param folder with the files under their own paths
 */
record OpenFileset(Path folder, org.vitrail.pixels.Fileset content, Scratch scratch) implements AutoCloseable {

    List<? extends PixelSource> images() {
        return content.images();
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            scratch.remove(folder);
        }
    }
}
