package org.vitrail.schema.schemaorg;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.LeadImage;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.Study;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.json.EmbeddableJson;
import org.vitrail.schema.xml.XmlText;

/** Writes JSON-LD that may be embedded in {@code <script type="application/ld+json">} as it is. Thread-safe. */
public final class SchemaOrgWriter {
    private static final String PROFILE = "https://bioschemas.org/profiles/Dataset/1.0-RELEASE";
    /** "Minimum" of the profile; a data set that lacks one of them does not claim it. */
    private static final List<String> PROFILE_MINIMUM =
            List.of("name", "description", "identifier", "keywords", "license", "url");

    /** https://developers.google.com/search/docs/appearance/structured-data/dataset, "description". */
    private static final int LONGEST_ON_PAGE = 5_000;

    private static final String CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";

    /** The data set; its {@code @id} is the landing page. */
    public String write(PublishedDataset d) {
        return EmbeddableJson.write(dataset(d, d.description()));
    }

    /** The data set as its own page carries it: search engines read no more than 5000 characters of a description. */
    public String writeForPage(PublishedDataset d) {
        String text = d.description();
        boolean cut = text != null && text.codePointCount(0, text.length()) > LONGEST_ON_PAGE;
        return EmbeddableJson.write(dataset(
                d, cut ? text.substring(0, text.offsetByCodePoints(0, LONGEST_ON_PAGE - 1)) + "…" : text));
    }

    private static ObjectNode dataset(PublishedDataset d, String description) {
        SchemaThing thing = root("Dataset", d.landingPage());
        thing.text("name", d.title()).text("description", description);
        identifiers(thing, d);
        common(thing, d.license(), d.access());
        thing.text("version", String.valueOf(d.version()));
        thing.time("datePublished", d.published()).time("dateModified", d.modified());
        thing.agents("creator", d.creators());
        publisher(thing, d.publisher(), d.node(), d.landingPage());
        thing.texts("keywords", keywords(d));
        thing.terms("about", d.organisms(), d.terms());
        thing.terms("measurementTechnique", d.imagingMethods());
        thing.citations("citation", d.publications());
        thing.funding(d.funding());
        Study study = d.context().study();
        thing.text("temporalCoverage", study == null ? null : study.period());
        thing.variables(d.imageSets().stream()
                .flatMap(set -> set.rembi().variables().stream())
                .distinct()
                .toList());
        thing.text("size", d.sizeBytes() + " bytes");
        distributions(thing, d);
        if (d.leadImage() != null) {
            thing.link("thumbnailUrl", d.leadImage().thumbnail());
        }
        if (PROFILE_MINIMUM.stream().allMatch(thing.node()::has)) {
            thing.child("dct:conformsTo", "CreativeWork").put("@id", PROFILE);
        }
        return thing.node();
    }

    /** Words to find it by, those of its terms too: the profile demands some. */
    private static List<String> keywords(PublishedDataset d) {
        Stream<String> terms = Stream.of(d.organisms(), d.imagingMethods(), d.terms())
                .flatMap(List::stream)
                .filter(term -> !term.notApplicable())
                .map(TermReference::label);
        return Stream.concat(d.keywords().stream(), terms)
                .filter(word -> XmlText.legalOrNull(word) != null)
                .toList();
    }

    /** The image, as part of its data set; its {@code @id} is the landing page. */
    public String write(PublishedImage i) {
        SchemaThing thing = root("ImageObject", i.landingPage());
        thing.text("name", i.name() == null ? i.datasetTitle() : i.name());
        thing.text("identifier", i.identifier());
        common(thing, i.license(), i.access());
        thing.time("datePublished", i.published()).time("dateModified", i.modified());
        thing.agents("creator", i.creators());
        publisher(thing, i.publisher(), i.node(), i.landingPage());
        thing.terms("about", i.organisms(), i.terms());
        thing.terms("measurementTechnique", i.imagingMethods());
        thing.link("contentUrl", i.zarr()).link("thumbnailUrl", i.thumbnail());
        thing.text("contentSize", i.sizeBytes() + " B");
        if (i.pixels() != null) {
            thing.node()
                    .put("width", i.pixels().sizeX())
                    .put("height", i.pixels().sizeY());
        }
        ObjectNode dataset = thing.child("isPartOf", "Dataset");
        dataset.put("name", XmlText.legal(i.datasetTitle())).put("identifier", i.datasetIdentifier());
        return EmbeddableJson.write(thing.node());
    }

    private static SchemaThing root(String type, URI page) {
        SchemaThing thing = SchemaThing.create();
        thing.node().putObject("@context").put("@vocab", "https://schema.org/").put("dct", "http://purl.org/dc/terms/");
        thing.text("@type", type);
        if (page != null) {
            thing.text("@id", page.toString());
        }
        return thing.link("url", page);
    }

    private static void identifiers(SchemaThing thing, PublishedDataset d) {
        thing.identifier("OAI", d.identifier(), null);
        Doi.findConceptUrl(d).ifPresent(url -> thing.identifier("DOI", d.conceptDoi(), url));
        Doi.findVersionUrl(d).ifPresent(url -> thing.identifier("DOI", d.versionDoi(), url));
    }

    private static void common(SchemaThing thing, String license, Access access) {
        thing.text(
                "license", LicenseInfo.findById(license).map(LicenseInfo::url).orElse(license));
        thing.node().put("isAccessibleForFree", access == null || access == Access.OPEN);
        thing.text("conditionsOfAccess", access == null ? null : access.word());
        thing.text("sdLicense", CC0);
    }

    private static void publisher(SchemaThing thing, String publisher, String nodeName, URI page) {
        thing.organization("publisher", publisher);
        String address = String.valueOf(page);
        int end = address.indexOf("/datasets/");
        if (end > 0) {
            ObjectNode catalog = thing.child("includedInDataCatalog", "DataCatalog");
            catalog.put("name", XmlText.legal(nodeName == null ? publisher : "Vitrail node " + nodeName));
            catalog.put("url", address.substring(0, end) + "/");
        }
    }

    private static void distributions(SchemaThing thing, PublishedDataset d) {
        thing.distribution(
                "Metadata, DataCite",
                d.landingPage() + "/metadata/datacite.xml",
                "application/vnd.datacite.datacite+xml");
        thing.distribution("Metadata, RO-Crate", d.landingPage() + "/metadata/rocrate", "application/ld+json");
        d.findImageTable().ifPresent(table -> thing.distribution("Table of the images", table.toString(), "text/csv"));
        LeadImage lead = d.leadImage();
        if (lead != null && lead.zarr() != null) {
            thing.distribution("First image, OME-Zarr", lead.zarr() + "/zarr.json", "application/json");
        }
    }
}
