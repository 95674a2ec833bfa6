package org.vitrail.schema.datacite;

import java.util.List;
import java.util.stream.Stream;
import org.vitrail.schema.datacite.Resource.Alternate;
import org.vitrail.schema.datacite.Resource.Related;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.xml.XmlText;

/**
 * What DataCite is told of a data set, its version or an image.
 *
 * <p>The kernel demands an identifier but not that it be a DOI: where none is registered, the landing page stands there
 * with identifierType "URL", and a reserved or demonstration identifier becomes an alternateIdentifier that says so.
 */
final class DatasetResource {
    private static final List<String> FORMATS = List.of("OME-Zarr");

    private DatasetResource() {}

    /** The data set under its concept DOI. */
    static Resource of(PublishedDataset d) {
        return of(d, Stream.ofNullable(d.versionDoi()).toList());
    }

    /** The data set under its concept DOI, with the DOIs of its versions. */
    static Resource of(PublishedDataset d, List<String> versionDois) {
        List<Related> versions = versionDois.stream()
                .flatMap(doi -> related(doi, "HasVersion", d))
                .toList();
        return of(d, d.conceptDoi(), String.valueOf(d.landingPage()), versions);
    }

    /** This version under its own DOI, with those of the versions before and after; null where there is none. */
    static Resource ofVersion(PublishedDataset d, String previous, String next) {
        List<Related> others = Stream.of(
                        related(d.conceptDoi(), "IsVersionOf", d),
                        related(previous, "IsNewVersionOf", d),
                        related(next, "IsPreviousVersionOf", d))
                .flatMap(related -> related)
                .toList();
        return of(d, d.versionDoi(), String.valueOf(d.versionPage()), others);
    }

    private static Resource of(PublishedDataset d, String doi, String page, List<Related> related) {
        ResourceParts parts = new ResourceParts();
        String registered = d.doiRegistered() ? parts.text(doi) : null;
        return new Resource(
                parts.identifier(registered, page),
                registered == null ? "URL" : "DOI",
                parts.page(page),
                parts.creators(d.creators()),
                parts.known(d.title()),
                parts.known(d.publisher()),
                parts.year(d.published(), d.embargoUntil()),
                "Dataset",
                "Biological images",
                parts.subjects(d.keywords(), d.organisms(), d.imagingMethods(), d.terms()),
                parts.dates(
                        d.published(),
                        d.modified(),
                        d.embargoUntil(),
                        d.context().study()),
                alternates(d, doi, parts),
                OtherWorks.related(related, d),
                List.of(d.imageCount() == 1 ? "1 image" : d.imageCount() + " images", d.sizeBytes() + " bytes"),
                FORMATS,
                String.valueOf(d.version()),
                parts.rights(d.license(), d.access()),
                parts.text(d.description()),
                OtherWorks.awards(d));
    }

    private static List<Alternate> alternates(PublishedDataset d, String doi, ResourceParts parts) {
        Alternate oai = new Alternate(d.identifier(), "OAI");
        return d.doiRegistered() || doi == null
                ? parts.alternates(oai)
                : parts.alternates(oai, new Alternate(doi, Doi.unregisteredLabel(doi)));
    }

    private static Stream<Related> related(String otherDoi, String relation, PublishedDataset d) {
        String doi = d.doiRegistered() ? XmlText.legalOrNull(otherDoi) : null;
        return Stream.ofNullable(doi).map(other -> new Related(other, "DOI", relation));
    }

    /** The image, named by its landing page and part of its data set. */
    static Resource of(PublishedImage i) {
        ResourceParts parts = new ResourceParts();
        String page = String.valueOf(i.landingPage());
        return new Resource(
                parts.identifier(null, page),
                "URL",
                parts.page(page),
                parts.creators(i.creators()),
                parts.known(i.name() == null ? i.datasetTitle() : i.name()),
                parts.known(i.publisher()),
                parts.year(i.published(), null),
                "Image",
                "Biological image",
                parts.subjects(List.of(), i.organisms(), i.imagingMethods(), i.terms()),
                parts.dates(i.published(), i.modified(), null, null),
                parts.alternates(new Alternate(i.identifier(), "OAI")),
                datasetOf(page),
                List.of(i.sizeBytes() + " bytes"),
                FORMATS,
                null,
                parts.rights(i.license(), i.access()),
                null,
                List.of());
    }

    /** An image's page lies beneath its data set's (contracts §1, graph). */
    private static List<Related> datasetOf(String imagePage) {
        int end = imagePage.lastIndexOf("/images/");
        return end > 0 ? List.of(new Related(imagePage.substring(0, end), "URL", "IsPartOf")) : List.of();
    }
}
