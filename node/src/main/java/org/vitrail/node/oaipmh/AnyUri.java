package org.vitrail.node.oaipmh;

import java.net.URI;
import java.net.URISyntaxException;

/** What the schema of OAI-PMH lets stand in the {@code identifier} attribute: XML Schema's anyURI. */
final class AnyUri {
    private AnyUri() {}

    /** Stricter than the type: says no in doubt, so that an answer is never invalid. */
    static boolean isValid(String text) {
        if (text.isEmpty() || !text.equals(text.strip())) {
            return false;
        }
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
