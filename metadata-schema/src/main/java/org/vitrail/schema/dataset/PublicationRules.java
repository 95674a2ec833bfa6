package org.vitrail.schema.dataset;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What submission demands of related publications. */
final class PublicationRules {
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");

    private PublicationRules() {}

    static void check(List<Publication> publications, Faults faults) {
        for (int i = 0; i < publications.size(); i++) {
            check("publications[" + i + "]", publications.get(i), faults);
        }
    }

    private static void check(String path, Publication publication, Faults faults) {
        if (Faults.blank(publication.doi()) && Faults.blank(publication.url())) {
            faults.add(path, FaultCode.PUBLICATION_EMPTY);
        }
        if (publication.doi() != null && !DOI.matcher(publication.doi()).matches()) {
            faults.add(path + ".doi", FaultCode.DOI_INVALID, publication.doi());
        }
        if (publication.url() != null && !isWebAddress(publication.url())) {
            faults.add(path + ".url", FaultCode.URL_INVALID, publication.url());
        }
        if (!Relations.isKnown(publication.relationOrDefault())) {
            faults.add(path + ".relation", FaultCode.RELATION_UNKNOWN, publication.relation());
        }
    }

    /** Java takes them in a query, RFC 3986 does not, and RDF/XML cannot be written with them. */
    private static boolean holdsBrackets(String afterHost) {
        return afterHost.indexOf('[') >= 0 || afterHost.indexOf(']') >= 0;
    }

    private static boolean isWebAddress(String text) {
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
}
