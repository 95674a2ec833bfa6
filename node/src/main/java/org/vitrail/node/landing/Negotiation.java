package org.vitrail.node.landing;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.access.Accepted;

/**
 * Chooses between the page and the metadata formats. RFC 9110 §12.5.1, and RFC 6906 for the profile that a client may
 * name with a media type. A parameter that we do not know refuses nothing.
 */
final class Negotiation {
    private static final List<MediaType> OFFERED = offered();

    private Negotiation() {}

    /** The media type to answer with: the page's where nothing is preferred; empty where none is acceptable. */
    static Optional<MediaType> choose(HttpHeaders headers) {
        return preferred(headers).stream()
                .flatMap(accepted ->
                        OFFERED.stream().filter(accepted::isCompatible).limit(1))
                .findFirst();
    }

    /** The profiles that a client names with a media type it accepts; empty where it names none. */
    static String profiles(HttpHeaders headers, MediaType chosen) {
        return preferred(headers).stream()
                .filter(accepted -> accepted.isCompatible(chosen))
                .map(accepted -> accepted.getParameters().getOrDefault("profile", ""))
                .findFirst()
                .orElse("");
    }

    /** What the client accepts, the best first, without what it rules out by a quality of zero. */
    private static List<MediaType> preferred(HttpHeaders headers) {
        return Accepted.types(headers).stream()
                .filter(accepted ->
                        !accepted.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?"))
                .toList();
    }

    private static List<MediaType> offered() {
        List<MediaType> offered = new ArrayList<>();
        offered.add(MediaType.TEXT_HTML_TYPE);
        for (MetadataFile file : MetadataFile.values()) {
            offered.add(file.mediaType());
        }
        return List.copyOf(offered);
    }
}
