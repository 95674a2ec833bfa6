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
 * @param communities names that a node's configuration knows
 * @param plans web addresses of the data management plans that foresaw the data set
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
        List<Funding> funding,
        List<String> communities,
        List<String> plans,
        List<ImageSet> imageSets) {
    public DatasetDescription {
        creators = Components.list(creators);
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
        keywords = Components.list(keywords);
        publications = Components.list(publications);
        funding = Components.list(funding);
        communities = Components.list(communities);
        plans = Components.list(plans);
        imageSets = Components.list(imageSets);
    }

    /** A description that does not say what the data set belongs to. */
    public DatasetDescription(
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
        this(
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
                null,
                null,
                null,
                imageSets);
    }

    /** The same with these image sets in place of its own. */
    public DatasetDescription withImageSets(List<ImageSet> others) {
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
                funding,
                communities,
                plans,
                others);
    }

    /** What the data set belongs to. */
    public StudyContext context() {
        return new StudyContext(funding, communities, plans);
    }
}
