package org.vitrail.gateway.search;

import java.net.URI;

/** What may become a link, a picture or a viewer's source: what nodes say is not trusted to be an address of the web. */
public final class WebAddress {

    private WebAddress() {}

    /** The address where it is http or https with a host, else null. */
    public static String safe(URI address) {
        if (address == null || address.getHost() == null) {
            return null;
        }
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        return web && address.getRawUserInfo() == null ? address.toASCIIString() : null;
    }
}
