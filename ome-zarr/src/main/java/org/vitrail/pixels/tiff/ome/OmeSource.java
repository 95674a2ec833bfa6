package org.vitrail.pixels.tiff.ome;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.file.LazyTiff;
import org.vitrail.pixels.tiff.ome.OmeImage.TiffData;

/** An OME-XML document, the file it stands in, and which file each of its blocks means. */
public final class OmeSource {

    private final OmeDocument document;
    private final Path path;
    private final LazyTiff own;
    private final TiffFiles files;
    private final boolean oneFile;
    private final Map<String, LazyTiff> byName = new HashMap<>();

    /** @param own the TIFF that the document stands in, or null when it is a file of its own */
    public OmeSource(OmeDocument document, Path path, LazyTiff own, TiffFiles files) {
        this.document = document;
        this.path = path;
        this.own = own;
        this.files = files;
        this.oneFile = document.namesOneFile();
    }

    OmeDocument document() {
        return document;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Without a name the document's own file; a name counts more than a renamed file. */
    LazyTiff file(TiffData block) {
        boolean sameUuid = document.uuid() != null && document.uuid().strip().equals(block.uuid());
        if (own != null && (sameUuid || block.file() == null && (block.uuid() == null || oneFile))) {
            return own;
        }
        if (block.file() == null) {
            throw new UnreadableImage(
                    "The OME-XML in %s places planes in a file that it does not name. Save it again with file names."
                            .formatted(name()));
        }
        return byName.computeIfAbsent(block.file(), this::named);
    }

    private LazyTiff named(String file) {
        return files.find(file, path).map(files::tiff).orElseGet(() -> {
            if (own != null && oneFile && files.given().size() == 1) {
                return own; // the one file was renamed
            }
            throw new UnreadableImage(
                    "The OME-XML in %s places planes in %s, which was not given. Add that file to the image."
                            .formatted(name(), file));
        });
    }
}
