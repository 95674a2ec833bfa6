package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of a data set as published and harvested. It has no list of images: there can be 100 000.
 *
 * @param identifier OAI identifier, contracts §1
 * @param landingPage of the latest version; also the subject IRI of the data set
 * @param versionPage of this version
 * @param conceptDoi DOI of all versions, bare; null if none
 * @param doiRegistered false for a demonstration identifier, which no format may show as a DOI
 * @param organisms the data set's and its image sets' together, labels resolved; so are methods and terms
 * @param sizeBytes of all images as stored
 * @param leadImage null when pixels are not open
 * @param context what it belongs to; never null, also where an older record says nothing of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedDataset(
        String identifier,
        String accession,
        int version,
        String node,
        String publisher,
        URI landingPage,
        URI versionPage,
        String conceptDoi,
        String versionDoi,
        boolean doiRegistered,
        Instant published,
        Instant modified,
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
        List<PublishedImageSet> imageSets,
        int imageCount,
        long sizeBytes,
        LeadImage leadImage,
        StudyContext context) {
    /** Name of the table of a version's images, below the version's page. */
    public static final String IMAGE_TABLE = "images.csv";

    public PublishedDataset {
        creators = Components.list(creators);
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
        keywords = Components.list(keywords);
        publications = Components.list(publications);
        imageSets = Components.list(imageSets);
        context = context == null ? StudyContext.NONE : context;
    }

    /** A data set of which nothing is known beyond itself. */
    public PublishedDataset(
            String identifier,
            String accession,
            int version,
            String node,
            String publisher,
            URI landingPage,
            URI versionPage,
            String conceptDoi,
            String versionDoi,
            boolean doiRegistered,
            Instant published,
            Instant modified,
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
            List<PublishedImageSet> imageSets,
            int imageCount,
            long sizeBytes,
            LeadImage leadImage) {
        this(
                identifier,
                accession,
                version,
                node,
                publisher,
                landingPage,
                versionPage,
                conceptDoi,
                versionDoi,
                doiRegistered,
                published,
                modified,
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
                imageSets,
                imageCount,
                sizeBytes,
                leadImage,
                null);
    }

    /** Who paid for it; empty when nobody is named. */
    public List<Funding> funding() {
        return context.funding();
    }

    /** Names of the communities in whose collections it stands. */
    public List<String> communities() {
        return context.communities();
    }

    /** Web addresses of the data management plans that foresaw it. */
    public List<String> plans() {
        return context.plans();
    }

    /** Where programs read the version's images, one a line; empty where the version has no page. */
    public Optional<URI> findImageTable() {
        return Optional.ofNullable(versionPage).map(page -> URI.create(page + "/" + IMAGE_TABLE));
    }

    /** The same with registered DOIs, as their registration is told. */
    public PublishedDataset registeredAs(String concept, String versionDoiNow) {
        return new PublishedDataset(
                identifier,
                accession,
                version,
                node,
                publisher,
                landingPage,
                versionPage,
                concept,
                versionDoiNow,
                true,
                published,
                modified,
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
                imageSets,
                imageCount,
                sizeBytes,
                leadImage,
                context);
    }
}
