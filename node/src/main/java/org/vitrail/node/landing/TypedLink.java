package org.vitrail.node.landing;

import java.net.URI;

/**
 * A link with its relation. RFC 8288 §2; RFC 6906 for the profile.
 *
 * @param type media type of what is linked to; empty where it is not said
 * @param profile what it follows beyond its media type; empty where there is nothing
 */
record TypedLink(URI target, String relation, String type, String profile) {
    static TypedLink of(URI target, String relation) {
        return new TypedLink(target, relation, "", "");
    }

    static TypedLink of(URI target, String relation, String type) {
        return new TypedLink(target, relation, type, "");
    }

    /** As a value of the header {@code Link}. RFC 8288 §3. */
    String header() {
        StringBuilder link = new StringBuilder("<" + target.toASCIIString() + ">; rel=\"")
                .append(relation)
                .append('"');
        if (!type.isEmpty()) {
            link.append("; type=\"").append(type).append('"');
        }
        if (!profile.isEmpty()) {
            link.append("; profile=\"").append(profile).append('"');
        }
        return link.toString();
    }
}
