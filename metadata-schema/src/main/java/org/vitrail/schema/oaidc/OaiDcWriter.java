package org.vitrail.schema.oaidc;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlWriter;

/** Writes oai_dc: the bare {@code oai_dc:dc} element. Thread-safe. */
public final class OaiDcWriter {
    private static final String DATASET_TYPE = "http://purl.org/coar/resource_type/c_ddb1";

    /** The data set; dc:identifier holds the landing page, the DOI's link if registered, and the OAI identifier. */
    public String write(PublishedDataset d) {
        XmlWriter xml = start();
        xml.element("dc:title", d.title());
        creators(xml, d.creators());
        d.keywords().forEach(keyword -> xml.element("dc:subject", keyword));
        subjects(xml, List.of(d.organisms(), d.imagingMethods(), d.terms()));
        xml.element("dc:description", d.description()).element("dc:publisher", d.publisher());
        dates(xml, d.published());
        xml.element("dc:type", "Dataset").element("dc:type", DATASET_TYPE).element("dc:format", "OME-Zarr");
        identifier(xml, d.landingPage());
        Doi.findConceptUrl(d).ifPresent(doi -> xml.element("dc:identifier", doi));
        xml.element("dc:identifier", d.identifier());
        d.publications().forEach(publication -> xml.element("dc:relation", link(publication)));
        d.funding()
                .forEach(funding ->
                        GrantAgreement.find(funding).ifPresent(agreement -> xml.element("dc:relation", agreement)));
        rights(xml, d.access(), d.license());
        if (d.access() == Access.EMBARGOED && d.embargoUntil() != null) {
            xml.element("dc:date", "info:eu-repo/date/embargoEnd/" + d.embargoUntil());
        }
        return xml.end().toString();
    }

    /** The image; dc:relation names the data set that it belongs to. */
    public String write(PublishedImage i) {
        XmlWriter xml = start();
        xml.element("dc:title", i.name() == null ? i.datasetTitle() : i.name());
        creators(xml, i.creators());
        subjects(xml, List.of(i.organisms(), i.imagingMethods(), i.terms()));
        xml.element("dc:publisher", i.publisher());
        dates(xml, i.published());
        xml.element("dc:type", "Image").element("dc:format", "OME-Zarr");
        identifier(xml, i.landingPage());
        xml.element("dc:identifier", i.identifier()).element("dc:relation", i.datasetIdentifier());
        rights(xml, i.access(), i.license());
        return xml.end().toString();
    }

    private static XmlWriter start() {
        return new XmlWriter()
                .start(
                        "oai_dc:dc",
                        "xmlns:oai_dc",
                        "http://www.openarchives.org/OAI/2.0/oai_dc/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
    }

    private static void creators(XmlWriter xml, List<Agent> creators) {
        creators.forEach(creator -> xml.element("dc:creator", creator.displayName()));
    }

    private static void subjects(XmlWriter xml, List<List<TermReference>> terms) {
        terms.stream()
                .flatMap(List::stream)
                .filter(term -> !term.notApplicable())
                .map(term -> term.label() == null ? term.id() : term.label())
                .distinct()
                .forEach(subject -> xml.element("dc:subject", subject));
    }

    private static void dates(XmlWriter xml, Instant published) {
        if (published != null) {
            xml.element(
                    "dc:date", published.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
    }

    private static void identifier(XmlWriter xml, URI page) {
        xml.element("dc:identifier", page == null ? null : page.toString());
    }

    private static String link(Publication publication) {
        return publication.doi() == null ? publication.url() : Doi.url(publication.doi());
    }

    private static void rights(XmlWriter xml, Access access, String license) {
        String word = switch (access == null ? Access.OPEN : access) {
            case OPEN -> "openAccess";
            case EMBARGOED -> "embargoedAccess";
            case RESTRICTED -> "restrictedAccess";
            case METADATA_ONLY -> "closedAccess";
        };
        xml.element("dc:rights", "info:eu-repo/semantics/" + word)
                .element(
                        "dc:rights",
                        LicenseInfo.findById(license).map(LicenseInfo::url).orElse(license));
    }
}
