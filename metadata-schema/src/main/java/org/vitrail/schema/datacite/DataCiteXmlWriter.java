package org.vitrail.schema.datacite;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.vitrail.schema.datacite.Resource.Alternate;
import org.vitrail.schema.datacite.Resource.Award;
import org.vitrail.schema.datacite.Resource.Creator;
import org.vitrail.schema.datacite.Resource.Related;
import org.vitrail.schema.datacite.Resource.Rights;
import org.vitrail.schema.datacite.Resource.Subject;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.xml.XmlWriter;

/** Writes a bare kernel-4 {@code resource}, with no element newer than 4.5 (contracts §9). Thread-safe. */
public final class DataCiteXmlWriter {
    static final String ORCID = "https://orcid.org";
    static final String ROR = "https://ror.org";
    static final String SPDX = "https://spdx.org/licenses/";

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
        return write(DatasetResource.of(dataset, versionDois));
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
        return write(DatasetResource.ofVersion(dataset, previous, next));
    }

    /**
     * The image, named by its landing page and part of its data set.
     *
     * @throws IllegalArgumentException when landing page or publication time is missing
     */
    public String write(PublishedImage image) {
        return write(DatasetResource.of(image));
    }

    private static String write(Resource r) {
        XmlWriter xml = start();
        citation(xml, r);
        list(xml, "subjects", r.subjects(), DataCiteXmlWriter::subject);
        list(xml, "dates", r.dates(), (x, date) -> x.element("date", date.day(), "dateType", date.type()));
        list(xml, "alternateIdentifiers", r.alternateIdentifiers(), DataCiteXmlWriter::alternate);
        list(xml, "relatedIdentifiers", r.relatedIdentifiers(), DataCiteXmlWriter::related);
        list(xml, "sizes", r.sizes(), (x, size) -> x.element("size", size));
        list(xml, "formats", r.formats(), (x, format) -> x.element("format", format));
        xml.element("version", r.version());
        list(xml, "rightsList", r.rights(), DataCiteXmlWriter::rights);
        if (r.description() != null) {
            xml.start("descriptions")
                    .element("description", r.description(), "descriptionType", "Abstract")
                    .end();
        }
        list(xml, "fundingReferences", r.funding(), DataCiteXmlWriter::award);
        return xml.end().toString();
    }

    /** What the standard demands. */
    private static void citation(XmlWriter xml, Resource r) {
        xml.element("identifier", r.identifier(), "identifierType", r.identifierType());
        list(xml, "creators", r.creators(), DataCiteXmlWriter::creator);
        xml.start("titles").element("title", r.title()).end();
        xml.element("publisher", r.publisher())
                .element("publicationYear", String.format("%04d", r.publicationYear()))
                .element("resourceType", r.resourceType(), "resourceTypeGeneral", r.resourceTypeGeneral());
    }

    private static void alternate(XmlWriter xml, Alternate other) {
        xml.element("alternateIdentifier", other.identifier(), "alternateIdentifierType", other.type());
    }

    private static void related(XmlWriter xml, Related related) {
        xml.element(
                "relatedIdentifier",
                related.identifier(),
                "relatedIdentifierType",
                related.type(),
                "relationType",
                related.relation(),
                "resourceTypeGeneral",
                related.generalType());
    }

    private static void award(XmlWriter xml, Award award) {
        xml.start("fundingReference").element("funderName", award.funder());
        xml.element("funderIdentifier", award.id(), "funderIdentifierType", award.idType());
        if (award.number() != null) {
            xml.element("awardNumber", award.number(), "awardURI", award.uri());
        }
        xml.element("awardTitle", award.title()).end();
    }

    private static XmlWriter start() {
        return new XmlWriter()
                .start(
                        "resource",
                        "xmlns",
                        "http://datacite.org/schema/kernel-4",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        "http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.5/metadata.xsd");
    }

    private static <T> void list(XmlWriter xml, String name, List<T> entries, BiConsumer<XmlWriter, T> entry) {
        if (!entries.isEmpty()) {
            xml.start(name);
            entries.forEach(each -> entry.accept(xml, each));
            xml.end();
        }
    }

    private static void creator(XmlWriter xml, Creator c) {
        xml.start("creator")
                .element("creatorName", c.name(), "nameType", c.organizational() ? "Organizational" : "Personal");
        xml.element("givenName", c.givenName()).element("familyName", c.familyName());
        xml.element("nameIdentifier", c.orcid(), "nameIdentifierScheme", "ORCID", "schemeURI", ORCID);
        if (c.organizational()) {
            xml.element("nameIdentifier", c.ror(), "nameIdentifierScheme", "ROR", "schemeURI", ROR);
        }
        xml.element(
                "affiliation",
                c.affiliation(),
                "affiliationIdentifier",
                c.ror(),
                "affiliationIdentifierScheme",
                c.ror() == null ? null : "ROR",
                "schemeURI",
                c.ror() == null ? null : ROR);
        xml.end();
    }

    private static void subject(XmlWriter xml, Subject s) {
        xml.element("subject", s.text(), "subjectScheme", s.scheme(), "valueURI", s.valueUri());
    }

    private static void rights(XmlWriter xml, Rights r) {
        boolean spdx = r.spdx() != null;
        xml.element(
                "rights",
                r.text(),
                "rightsURI",
                r.uri(),
                "rightsIdentifier",
                r.spdx(),
                "rightsIdentifierScheme",
                spdx ? "SPDX" : null,
                "schemeURI",
                spdx ? SPDX : null);
    }
}
