package org.vitrail.pixels.tiff.ome;

import java.util.List;

/**
 * What an OME-XML document says of its images. OME model 2016-06, OME; OME-TIFF specification 6, "Metadata-only companion files".
 *
 * @param uuid of the document, or null
 * @param metadataFile where the metadata stand instead ({@code BinaryOnly}), or null
 * @param images in the order of the document, none when {@code BinaryOnly}
 */
public record OmeDocument(String uuid, String metadataFile, List<OmeImage> images) {

    public OmeDocument {
        images = List.copyOf(images);
    }

    /** True when a text begins as OME-XML does. @param text its beginning at least */
    public static boolean looksLike(String text) {
        String start = text.startsWith("\ufeff") ? text.substring(1).stripLeading() : text.stripLeading();
        return start.startsWith("<") && (start.contains("<OME") || start.contains(":OME "));
    }

    /** True when every plane is placed in one and the same file. */
    boolean namesOneFile() {
        return images.stream()
                        .flatMap(image -> image.blocks().stream())
                        .map(block -> String.valueOf(block.file()))
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
    }
}
