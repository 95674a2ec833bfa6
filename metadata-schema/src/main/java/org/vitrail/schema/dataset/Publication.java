package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Optional;
import org.vitrail.schema.xml.XmlText;

/**
 * A related work.
 *
 * @param doi bare, as 10.5281/zenodo.1; null where only a URL is known
 * @param relation DataCite relationType from the data set to the work, as IsDerivedFrom; null means IsDescribedBy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Publication(String doi, String url, String relation) {
    public static final String DEFAULT_RELATION = "IsDescribedBy";

    /** The relation, with its default filled in. */
    public String relationOrDefault() {
        return relation == null || relation.isBlank() ? DEFAULT_RELATION : relation;
    }

    /** Where the work is on the web: its DOI's link, else its URL; empty where that is no absolute URI. */
    public Optional<URI> findAddress() {
        String link = doi == null ? url : Doi.url(doi);
        try {
            return Optional.ofNullable(XmlText.legalOrNull(link))
                    .map(URI::create)
                    .filter(URI::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
