package org.vitrail.schema.datacite;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.xml.XmlWriter;

/**
 * Writes a bare kernel-4 {@code resource}. Thread-safe.
 *
 * <p>The kernel demands an identifier but not that it be a DOI: where none is registered, the landing page stands there
 * with identifierType "URL", and a reserved or demonstration identifier becomes an alternateIdentifier that says so.
 */
public final class DataCiteXmlWriter {
    /**
     * The data set under its concept DOI, as the OAI item and DataCite's record of all versions.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String write(PublishedDataset dataset) {
        return writeConcept(dataset, Stream.ofNullable(dataset.versionDoi()).toList());
    }

    /**
     * The data set under its concept DOI, with the DOIs of its versions.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String writeConcept(PublishedDataset dataset, List<String> versionDois) {
        List<Related> versions =
                versionDois.stream().map(doi -> new Related("HasVersion", doi)).toList();
        return dataset(dataset, dataset.conceptDoi(), dataset.landingPage(), versions);
    }

    /**
     * This version under its own DOI.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String writeVersion(PublishedDataset dataset) {
        return writeVersion(dataset, null, null);
    }

    /**
     * This version under its own DOI, with the DOIs of its neighbors.
     *
     * @param previous DOI of the version before; null if there is none
     * @param next DOI of the version after; null if there is none
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String writeVersion(PublishedDataset dataset, String previous, String next) {
        List<Related> others = Stream.of(
                        new Related("IsVersionOf", dataset.conceptDoi()),
                        new Related("IsNewVersionOf", previous),
                        new Related("IsPreviousVersionOf", next))
                .filter(related -> related.doi() != null)
                .toList();
        return dataset(dataset, dataset.versionDoi(), dataset.versionPage(), others);
    }

    /** DataCite's relationType, and whose. */
    private record Related(String relation, String doi) {}

    private static String dataset(PublishedDataset d, String doi, URI page, List<Related> related) {
        Resource resource = new Resource();
        resource.identifier(d.doiRegistered() ? doi : null, page)
                .creators(d.creators())
                .title(d.title())
                .publisher(d.publisher())
                .year(d.published(), d.embargoUntil());
        XmlWriter xml = resource.xml();
        xml.start("resourceType", "resourceTypeGeneral", "Dataset")
                .text("Biological images")
                .end();
        new Subjects(xml).write(d.keywords(), d.organisms(), d.imagingMethods(), d.terms());
        resource.dates(d.published(), d.modified(), d.embargoUntil());
        xml.start("alternateIdentifiers");
        resource.alternate("OAI", d.identifier());
        if (!d.doiRegistered() && doi != null) {
            resource.alternate(Doi.unregisteredLabel(doi), doi);
        }
        xml.end().start("relatedIdentifiers");
        if (d.doiRegistered()) {
            related.forEach(other -> resource.related("DOI", other.relation(), other.doi()));
        }
        d.publications().forEach(resource::publication);
        xml.end().start("sizes");
        xml.element("size", d.imageCount() == 1 ? "1 image" : d.imageCount() + " images")
                .element("size", d.sizeBytes() + " bytes");
        xml.end().start("formats").element("format", "OME-Zarr").end();
        xml.element("version", String.valueOf(d.version()));
        resource.rights(d.license(), d.access());
        return resource.abstractText(d.description()).toString();
    }

    /**
     * The image, named by its landing page and part of its data set.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String write(PublishedImage i) {
        Resource resource = new Resource();
        resource.identifier(null, i.landingPage())
                .creators(i.creators())
                .title(i.name() == null ? i.datasetTitle() : i.name())
                .publisher(i.publisher())
                .year(i.published(), null);
        XmlWriter xml = resource.xml();
        xml.start("resourceType", "resourceTypeGeneral", "Image")
                .text("Biological image")
                .end();
        new Subjects(xml).write(List.of(), i.organisms(), i.imagingMethods(), i.terms());
        resource.dates(i.published(), i.modified(), null);
        xml.start("alternateIdentifiers");
        resource.alternate("OAI", i.identifier());
        xml.end().start("relatedIdentifiers");
        resource.datasetOf(i.landingPage());
        xml.end().start("sizes").element("size", i.sizeBytes() + " bytes").end();
        xml.start("formats").element("format", "OME-Zarr").end();
        resource.rights(i.license(), i.access());
        return resource.toString();
    }
}
