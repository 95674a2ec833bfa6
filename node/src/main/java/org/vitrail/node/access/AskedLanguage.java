package org.vitrail.node.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.vitrail.schema.language.Language;

/** The language that the request being answered asks for. RFC 9110 §12.5.4. */
@RequestScoped
public class AskedLanguage {
    private final HttpHeaders headers;

    AskedLanguage(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The best of ours; English where none was asked for. */
    public Language language() {
        return Language.ofHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
