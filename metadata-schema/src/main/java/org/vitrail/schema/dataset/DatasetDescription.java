package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * What dataset.yaml and the API's JSON say of a data set (contracts §3). Nothing is checked here, a draft may be
 * incomplete: {@link DescriptionValidator} says what submission still needs.
 *
 * @param access null means open
 * @param embargoUntil first day of public pixels; null unless embargoed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetDescription(
        String title,
        String description,
        List<Agent> creators,
        String license,
        List<TermReference> organisms,
        List<TermReference> imagingMethods,
        List<TermReference> terms,
        List<String> keywords,
        List<Publication> publications,
        Access access,
        LocalDate embargoUntil,
        List<ImageSet> imageSets) {
    public DatasetDescription {
        creators = Components.list(creators);
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
        keywords = Components.list(keywords);
        publications = Components.list(publications);
        imageSets = Components.list(imageSets);
    }

    /** The same description of other image sets. */
    public DatasetDescription withImageSets(List<ImageSet> other) {
        return new DatasetDescription(
                title,
                description,
                creators,
                license,
                organisms,
                imagingMethods,
                terms,
                keywords,
                publications,
                access,
                embargoUntil,
                other);
    }
}
