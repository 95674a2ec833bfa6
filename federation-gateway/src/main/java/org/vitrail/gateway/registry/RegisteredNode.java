package org.vitrail.gateway.registry;

import java.net.URI;

/**
 * A node as configured.
 *
 * @param name short and stable; stands in addresses and facets
 * @param baseUrl home page and origin of its pixels, no slash at the end
 */
public record RegisteredNode(String name, String title, URI baseUrl, URI oai, URI oaiImages) {

    /** The OAI-PMH base URL of one of its repositories. */
    public URI oaiOf(Repository repository) {
        return repository == Repository.DATASETS ? oai : oaiImages;
    }

    /** Scheme, host and port, as a Content-Security-Policy names them. */
    public String origin() {
        return baseUrl.getScheme() + "://" + baseUrl.getRawAuthority();
    }
}
