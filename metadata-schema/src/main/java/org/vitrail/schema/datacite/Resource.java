package org.vitrail.schema.datacite;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.Relations;
import org.vitrail.schema.xml.XmlText;
import org.vitrail.schema.xml.XmlWriter;

/** One kernel-4 resource while it is written, property by property. */
final class Resource {
    /** DataCite's standard value for what is not known (schema documentation, appendix 3). */
    private static final String UNKNOWN = "(:unkn)";

    private final XmlWriter xml = new XmlWriter()
            .start(
                    "resource",
                    "xmlns",
                    "http://datacite.org/schema/kernel-4",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.5/metadata.xsd");

    XmlWriter xml() {
        return xml;
    }

    Resource identifier(String registeredDoi, URI page) {
        if (registeredDoi == null && page == null) {
            throw new IllegalArgumentException("a DataCite record without DOI needs a landing page");
        }
        xml.start("identifier", "identifierType", registeredDoi == null ? "URL" : "DOI")
                .text(registeredDoi == null ? page.toString() : registeredDoi)
                .end();
        return this;
    }

    Resource creators(List<Agent> creators) {
        xml.start("creators");
        List<Agent> named = creators.isEmpty() ? List.of(new Agent(null, UNKNOWN, null, null, null)) : creators;
        named.forEach(agent -> Creator.write(xml, agent));
        xml.end();
        return this;
    }

    Resource title(String title) {
        xml.start("titles").start("title").text(known(title)).end().end();
        return this;
    }

    Resource publisher(String publisher) {
        xml.start("publisher").text(known(publisher)).end();
        return this;
    }

    /** The year of the embargo's end where there is one (kernel 4.5, publicationYear). */
    Resource year(Instant published, LocalDate embargoUntil) {
        if (published == null) {
            throw new IllegalArgumentException("a DataCite record needs the time of publication");
        }
        int year = embargoUntil == null ? day(published).getYear() : embargoUntil.getYear();
        xml.element("publicationYear", String.format("%04d", year));
        return this;
    }

    void dates(Instant published, Instant modified, LocalDate embargoUntil) {
        xml.start("dates");
        xml.element("date", day(published).toString(), "dateType", "Issued");
        if (modified != null) {
            xml.element("date", day(modified).toString(), "dateType", "Updated");
        }
        if (embargoUntil != null) {
            xml.element("date", embargoUntil.toString(), "dateType", "Available");
        }
        xml.end();
    }

    void alternate(String type, String identifier) {
        xml.element("alternateIdentifier", identifier, "alternateIdentifierType", type);
    }

    void related(String type, String relation, String identifier) {
        xml.element("relatedIdentifier", identifier, "relatedIdentifierType", type, "relationType", relation);
    }

    void publication(Publication publication) {
        String relation = publication.relationOrDefault();
        related(
                publication.doi() == null ? "URL" : "DOI",
                Relations.isKnown(relation) ? relation : "References",
                publication.doi() == null ? publication.url() : publication.doi());
    }

    /** An image's page lies beneath its data set's (contracts §1, graph). */
    void datasetOf(URI imagePage) {
        String page = imagePage.toString();
        int end = page.lastIndexOf("/images/");
        if (end > 0) {
            related("URL", "IsPartOf", page.substring(0, end));
        }
    }

    void rights(String license, Access access) {
        xml.start("rightsList");
        LicenseInfo known = LicenseInfo.findById(license).orElse(null);
        if (known == null) {
            xml.element("rights", license);
        } else {
            xml.element(
                    "rights",
                    known.name(),
                    "rightsURI",
                    known.url(),
                    "rightsIdentifier",
                    known.id(),
                    "rightsIdentifierScheme",
                    "SPDX",
                    "schemeURI",
                    "https://spdx.org/licenses/");
        }
        switch (access == null ? Access.OPEN : access) {
            case OPEN -> access("open", "Open access");
            case EMBARGOED -> access("embargoed", "Embargoed access");
            case RESTRICTED -> access("restricted", "Restricted access");
            case METADATA_ONLY -> access("closed", "Metadata only");
        }
        xml.end();
    }

    private void access(String word, String name) {
        xml.element("rights", name, "rightsURI", "info:eu-repo/semantics/" + word + "Access");
    }

    Resource abstractText(String description) {
        xml.start("descriptions");
        xml.element("description", description, "descriptionType", "Abstract");
        xml.end();
        return this;
    }

    /** The finished document. */
    @Override
    public String toString() {
        return xml.end().toString();
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String known(String text) {
        String legal = XmlText.legal(text);
        return legal == null || legal.isBlank() ? UNKNOWN : legal;
    }
}
