package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrail.schema.xml.XmlText;

/**
 * A related work.
 *
 * @param doi bare, as 10.5281/zenodo.1; null where only a URL is known
 * @param relation DataCite relationType from the data set to the work, as IsDerivedFrom; null means IsDescribedBy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Publication(String doi, String url, String relation) {
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

    public static final String DEFAULT_RELATION = "IsDescribedBy";

    /** The relation, with its default filled in. */
    public String relationOrDefault() {
        return relation == null || relation.isBlank() ? DEFAULT_RELATION : relation;
    }

    /**
     * Where the work is on the web: its DOI's link, else its URL, with brackets encoded that RFC 3986 allows around a
     * host only; empty where that is no absolute URI.
     */
    public Optional<URI> findAddress() {
        return findUri(doi == null ? url : Doi.url(doi));
    }

    /** A text as absolute URI, mended as {@link #findAddress} does; empty where it is none. */
    public static Optional<URI> findUri(String text) {
        String link = XmlText.legalOrNull(text);
        if (link == null) {
            return Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(link);
        int rest = authority.lookingAt() ? authority.end() : 0;
        try {
            String path = link.substring(rest).replace("[", "%5B").replace("]", "%5D");
            return Optional.of(URI.create(link.substring(0, rest) + path)).filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
