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
            faults.add(path, "This publication has neither a DOI nor a URL.", "Give one of them, or remove it.");
        }
        if (publication.doi() != null && !DOI.matcher(publication.doi()).matches()) {
            faults.add(
                    path + ".doi",
                    "\"" + publication.doi() + "\" is not a DOI.",
                    "Write it bare, without https://doi.org/, as 10.5281/zenodo.5206107.");
        }
        if (publication.url() != null && !isWebAddress(publication.url())) {
            faults.add(
                    path + ".url",
                    "\"" + publication.url() + "\" is not a web address.",
                    "Give an address that begins with https:// or http://, without spaces, with [ and ] as %5B and %5D.");
        }
        if (!Relations.isKnown(publication.relationOrDefault())) {
            faults.add(
                    path + ".relation",
                    "\"" + publication.relation() + "\" is not a DataCite relation type.",
                    "Use IsDescribedBy for the paper, IsDerivedFrom for source data, IsSupplementTo and the like.");
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
