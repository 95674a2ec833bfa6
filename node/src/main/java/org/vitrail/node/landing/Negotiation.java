package org.vitrail.node.landing;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses between the page and the metadata formats. RFC 9110 §12.5.1. */
final class Negotiation {
    private static final List<Variant> VARIANTS = variants();

    private Negotiation() {}

    /** The media type to answer with: the page's where nothing is preferred; empty where none is acceptable. */
    static Optional<MediaType> choose(Request request) {
        return Optional.ofNullable(request.selectVariant(VARIANTS)).map(Variant::getMediaType);
    }

    private static List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(MediaType.TEXT_HTML_TYPE, (String) null, null));
        for (MetadataFile file : MetadataFile.values()) {
            variants.add(new Variant(file.mediaType(), (String) null, null));
        }
        return List.copyOf(variants);
    }
}
