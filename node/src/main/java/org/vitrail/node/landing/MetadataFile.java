package org.vitrail.node.landing;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrail.schema.citation.BibTexWriter;
import org.vitrail.schema.citation.CslWriter;
import org.vitrail.schema.citation.RisWriter;
import org.vitrail.schema.croissant.CroissantWriter;
import org.vitrail.schema.datacite.DataCiteJsonWriter;
import org.vitrail.schema.datacite.DataCiteXmlWriter;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dcat.DcatWriter;
import org.vitrail.schema.rocrate.RoCrateWriter;
import org.vitrail.schema.schemaorg.SchemaOrgWriter;

/** The formats below {@code …/metadata/}. A new one is one line here. Contracts §4. */
enum MetadataFile {
    SCHEMAORG("schemaorg", "application/ld+json", "schema.org", d -> new SchemaOrgWriter().write(d)),
    TURTLE("turtle", "text/turtle", "DCAT in Turtle", d -> new DcatWriter().turtle(d)),
    RDFXML("rdfxml", "application/rdf+xml", "DCAT in RDF/XML", d -> new DcatWriter().rdfxml(d)),
    JSONLD("jsonld", "application/ld+json", "DCAT in JSON-LD", d -> new DcatWriter().jsonld(d)),
    DATACITE_XML(
            "datacite.xml",
            "application/vnd.datacite.datacite+xml",
            "DataCite XML",
            d -> new DataCiteXmlWriter().write(d)),
    DATACITE_JSON(
            "datacite.json",
            "application/vnd.datacite.datacite+json",
            "DataCite JSON",
            d -> new DataCiteJsonWriter().write(d)),
    ROCRATE("rocrate", "application/ld+json", "RO-Crate", d -> new RoCrateWriter().write(d)),
    CROISSANT("croissant", "application/ld+json", "Croissant", d -> new CroissantWriter().write(d)),
    BIBTEX("bibtex", "application/x-bibtex", "BibTeX", d -> new BibTexWriter().write(d)),
    RIS("ris", "application/x-research-info-systems", "RIS", d -> new RisWriter().write(d)),
    CSL("csl", "application/vnd.citationstyles.csl+json", "CSL JSON", d -> new CslWriter().write(d));

    private final String key;
    private final MediaType mediaType;
    private final String title;
    private final Function<PublishedDataset, String> writer;

    MetadataFile(String key, String mediaType, String title, Function<PublishedDataset, String> writer) {
        this.key = key;
        this.mediaType = MediaType.valueOf(mediaType);
        this.title = title;
        this.writer = writer;
    }

    static Optional<MetadataFile> find(String key) {
        return Arrays.stream(values()).filter(file -> file.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(MetadataFile::key).toList();
    }

    /** The format that negotiation gives for a media type; of several the first, so that JSON-LD is schema.org. */
    static Optional<MetadataFile> negotiated(MediaType mediaType) {
        return Arrays.stream(values())
                .filter(file -> file.mediaType.equals(mediaType))
                .findFirst();
    }

    /** Last segment of the address. */
    String key() {
        return key;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** For people. */
    String title() {
        return title;
    }

    String write(PublishedDataset dataset) {
        return writer.apply(dataset);
    }
}
