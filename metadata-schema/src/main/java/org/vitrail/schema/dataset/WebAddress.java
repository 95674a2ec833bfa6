package org.vitrail.schema.dataset;

import java.net.URI;
import java.util.Locale;

/** Whether a text is an address that a browser can open. */
final class WebAddress {
    private WebAddress() {}

    /** Adds a fault unless the text is a web address or null. */
    static void check(String path, String text, Faults faults) {
        if (text != null && !matches(text)) {
            faults.add(path, FaultCode.URL_INVALID, text);
        }
    }

    static boolean matches(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null
                    && (scheme.equals("https") || scheme.equals("http"))
                    && !holdsBrackets(uri.getRawPath() + uri.getRawQuery() + uri.getRawFragment());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Java takes them in a query, RFC 3986 does not, and RDF/XML cannot be written with them. */
    private static boolean holdsBrackets(String afterHost) {
        return afterHost.indexOf('[') >= 0 || afterHost.indexOf(']') >= 0;
    }
}
