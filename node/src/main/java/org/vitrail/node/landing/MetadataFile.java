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
import org.vitrail.schema.madmp.MadmpWriter;
import org.vitrail.schema.rocrate.RoCrateWriter;
import org.vitrail.schema.schemaorg.SchemaOrgWriter;

/** The formats below {@code …/metadata/}. A new one is one line here. Contracts §4. */
enum MetadataFile {
    SCHEMAORG("schemaorg", Constant.LD_JSON, "https://schema.org/", "schema.org", d -> new SchemaOrgWriter().write(d)),
    TURTLE("turtle", "text/turtle", Constant.DCAT_AP, "DCAT in Turtle", d -> new DcatWriter().turtle(d)),
    RDFXML("rdfxml", "application/rdf+xml", Constant.DCAT_AP, "DCAT in RDF/XML", d -> new DcatWriter().rdfxml(d)),
    JSONLD("jsonld", Constant.LD_JSON, Constant.DCAT_AP, "DCAT in JSON-LD", d -> new DcatWriter().jsonld(d)),
    DATACITE_XML(
            "datacite.xml",
            "application/vnd.datacite.datacite+xml",
            Constant.KERNEL_4,
            "DataCite XML",
            d -> new DataCiteXmlWriter().write(d)) {
        @Override
        String writeVersion(PublishedDataset version, VersionNeighbors neighbors) {
            return new DataCiteXmlWriter().writeVersion(version, neighbors.previous(), neighbors.next());
        }
    },
    DATACITE_JSON(
            "datacite.json",
            "application/vnd.datacite.datacite+json",
            Constant.KERNEL_4,
            "DataCite JSON",
            d -> new DataCiteJsonWriter().write(d)) {
        @Override
        String writeVersion(PublishedDataset version, VersionNeighbors neighbors) {
            return new DataCiteJsonWriter().writeVersion(version, neighbors.previous(), neighbors.next());
        }
    },
    ROCRATE(
            "rocrate",
            Constant.LD_JSON,
            "https://w3id.org/ro/crate/1.2",
            "RO-Crate",
            d -> new RoCrateWriter().write(d)),
    CROISSANT(
            "croissant",
            Constant.LD_JSON,
            "http://mlcommons.org/croissant/1.0",
            "Croissant",
            d -> new CroissantWriter().write(d)),
    BIBTEX("bibtex", "application/x-bibtex", "", "BibTeX", d -> new BibTexWriter().write(d)),
    RIS("ris", "application/x-research-info-systems", "", "RIS", d -> new RisWriter().write(d)),
    CSL("csl", "application/vnd.citationstyles.csl+json", "", "CSL JSON", d -> new CslWriter().write(d)),
    MADMP("madmp", MadmpWriter.MEDIA_TYPE, "", "dataset of a data management plan", d -> new MadmpWriter().write(d));

    private final String key;
    private final MediaType mediaType;
    private final String profile;
    private final String title;
    private final Function<PublishedDataset, String> writer;

    MetadataFile(
            String key, String mediaType, String profile, String title, Function<PublishedDataset, String> writer) {
        this.key = key;
        this.mediaType = MediaType.valueOf(mediaType);
        this.profile = profile;
        this.title = title;
        this.writer = writer;
    }

    static Optional<MetadataFile> find(String key) {
        return Arrays.stream(values()).filter(file -> file.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(MetadataFile::key).toList();
    }

    /**
     * The format that negotiation gives for a media type; of several the first, so that JSON-LD is schema.org.
     *
     * @param profiles URIs that the client would like it to follow, divided by spaces; empty where it does not say
     */
    static Optional<MetadataFile> negotiated(MediaType mediaType, String profiles) {
        List<MetadataFile> candidates = Arrays.stream(values())
                .filter(file -> file.mediaType.equals(mediaType))
                .toList();
        List<String> wanted = List.of(profiles.split(" "));
        return candidates.stream()
                .filter(file -> !file.profile.isEmpty() && wanted.contains(file.profile))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** Last segment of the address. */
    String key() {
        return key;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** URI of the standard that the format follows beyond its media type; empty where the media type says all. */
    String profile() {
        return profile;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** The data set: where the format names one DOI, that of all its versions. */
    String write(PublishedDataset dataset) {
        return writer.apply(dataset);
    }

    /** The version for itself: where the format names one DOI, the version's. Contracts §1. */
    String writeVersion(PublishedDataset version, VersionNeighbors neighbors) {
        return write(version);
    }

    /** An enum's own constants cannot be named in its list of values. */
    private static final class Constant {
        static final String LD_JSON = "application/ld+json";
        static final String DCAT_AP = "http://data.europa.eu/r5r/";
        static final String KERNEL_4 = "http://datacite.org/schema/kernel-4";

        private Constant() {}
    }
}
