package org.vitrail.schema;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.ChannelDescription;
import org.vitrail.schema.dataset.Funding;
import org.vitrail.schema.dataset.LeadImage;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PixelSize;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.PublishedLabel;
import org.vitrail.schema.dataset.StudyContext;
import org.vitrail.schema.dataset.TermReference;

/** One data set and one image as a node publishes them, with every component filled. */
public final class Examples {
    public static final URI BASE = URI.create("http://localhost:8081/datasets/3k7q9m2xdc");

    private Examples() {}

    public static PublishedDataset maize(boolean doiRegistered) {
        return dataset(
                "Maize stem section",
                "One optical section of a maize stem, by confocal laser scanning.",
                doiRegistered);
    }

    public static PublishedDataset dataset(String title, String description, boolean doiRegistered) {
        return new PublishedDataset(
                "oai:nantes.vitrail.example:3k7q9m2xdc",
                "3k7q9m2xdc",
                2,
                "nantes",
                "Demo institution of Nantes",
                BASE,
                URI.create(BASE + "/v2"),
                doiRegistered ? "10.83962/vt.concept" : "vitrail-demo/concept",
                doiRegistered ? "10.83962/vt.version2" : "vitrail-demo/version2",
                doiRegistered,
                Instant.parse("2026-11-22T10:00:00Z"),
                Instant.parse("2026-11-22T11:30:00.123456Z"),
                title,
                description,
                List.of(
                        new Agent(
                                "Depositor, Demo",
                                null,
                                "0000-0002-1825-0097",
                                "Demo institute",
                                "https://ror.org/04wxnsj81"),
                        new Agent(null, "Broad Bioimage Benchmark Collection", null, null, null)),
                "CC-BY-4.0",
                List.of(new TermReference("NCBITaxon:4577", "Zea mays")),
                List.of(
                        new TermReference("FBbi:00000251", "confocal microscopy"),
                        new TermReference(null, "light sheet of our own")),
                List.of(new TermReference("CL:0000540", "neuron")),
                List.of("plant tissue", "segmentation", "plant tissue"),
                List.of(
                        new Publication("10.1002/(SICI)1096<1::AID>3.0.CO;2-#", null, "IsDerivedFrom"),
                        new Publication(null, "https://example.org/paper?a=1&b=2", null)),
                Access.OPEN,
                null,
                List.of(new PublishedImageSet("stem section", List.of(), List.of(), List.of(), "CC0-1.0", 1)),
                1,
                409_600,
                new LeadImage(
                        "oai:nantes.vitrail.example:3k7q9m2xdc/7h2aaaaaaa",
                        URI.create("http://localhost:8081/zarr/3k7q9m2xdc/7h2aaaaaaa.ome.zarr"),
                        URI.create("http://localhost:8081/thumbnails/7h2aaaaaaa.jpg")),
                context());
    }

    private static StudyContext context() {
        return new StudyContext(
                List.of(
                        new Funding(
                                "Agence Nationale de la Recherche",
                                "https://ror.org/00rbzpz17",
                                "ANR-24-DEMO-0001",
                                "A project that does not exist",
                                "https://example.org/awards/ANR-24-DEMO-0001"),
                        new Funding("Horizon Europe", "https://doi.org/10.13039/100018693", "101000000", null, null)),
                List.of("plant-imaging"),
                List.of("https://example.org/plans/1"));
    }

    /** The maize data set with these creators and keywords in place of its own. */
    public static PublishedDataset by(boolean doiRegistered, List<Agent> creators, List<String> keywords) {
        PublishedDataset d = maize(doiRegistered);
        return new PublishedDataset(
                d.identifier(),
                d.accession(),
                d.version(),
                d.node(),
                d.publisher(),
                d.landingPage(),
                d.versionPage(),
                d.conceptDoi(),
                d.versionDoi(),
                d.doiRegistered(),
                d.published(),
                d.modified(),
                d.title(),
                d.description(),
                creators,
                d.license(),
                d.organisms(),
                d.imagingMethods(),
                d.terms(),
                keywords,
                d.publications(),
                d.access(),
                d.embargoUntil(),
                d.imageSets(),
                d.imageCount(),
                d.sizeBytes(),
                d.leadImage(),
                d.context());
    }

    public static PublishedDataset embargoed() {
        PublishedDataset d = maize(false);
        return new PublishedDataset(
                d.identifier(),
                d.accession(),
                d.version(),
                d.node(),
                d.publisher(),
                d.landingPage(),
                d.versionPage(),
                null,
                null,
                false,
                d.published(),
                d.modified(),
                d.title(),
                d.description(),
                d.creators(),
                d.license(),
                d.organisms(),
                d.imagingMethods(),
                d.terms(),
                d.keywords(),
                d.publications(),
                Access.EMBARGOED,
                LocalDate.of(2027, 1, 31),
                d.imageSets(),
                d.imageCount(),
                d.sizeBytes(),
                null,
                d.context());
    }

    public static PublishedImage image() {
        PublishedDataset d = maize(true);
        return new PublishedImage(
                "oai:nantes.vitrail.example:3k7q9m2xdc/7h2aaaaaaa",
                "7h2aaaaaaa",
                d.identifier(),
                d.accession(),
                d.title(),
                d.node(),
                d.publisher(),
                URI.create(BASE + "/images/7h2aaaaaaa"),
                "stem section",
                "maize stem",
                d.creators(),
                "CC0-1.0",
                d.organisms(),
                d.imagingMethods(),
                d.terms(),
                Access.OPEN,
                d.published(),
                d.modified(),
                new PixelDescription(
                        "uint16",
                        1,
                        2,
                        3_000_000_000L,
                        600,
                        513,
                        new PixelSize(0.25, 0.25, null),
                        List.of(
                                new ChannelDescription("DAPI", "0000FF", "DNA"),
                                new ChannelDescription(null, null, null)),
                        "0.5"),
                d.leadImage().zarr(),
                d.leadImage().thumbnail(),
                "1ea72a7c5ff906aa4c8ff57550a9630d17636e531d7642e487c9397366f4fef3",
                307_800,
                List.of(new PublishedLabel(
                        "8h2aaaaaaa", "cells", URI.create(d.leadImage().zarr() + "/labels/cells"), "00", "int32")));
    }
}
