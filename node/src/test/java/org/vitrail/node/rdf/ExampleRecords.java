package org.vitrail.node.rdf;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.LeadImage;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PixelSize;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.PublishedLabel;
import org.vitrail.schema.dataset.TermReference;

/** Published records as a node assembles them. */
final class ExampleRecords {
    static final String BASE = "https://nantes.test";
    static final TermReference MAIZE = new TermReference("NCBITaxon:4577", "Zea mays");
    static final TermReference MOUSE = new TermReference("NCBITaxon:10090", "Mus musculus");
    static final TermReference CONFOCAL = new TermReference("FBbi:00000251", "confocal microscopy");
    private static final Instant PUBLISHED = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<Agent> CREATORS = List.of(new Agent("Depositor, Demo", null, null, "Institute", null));

    private ExampleRecords() {}

    static String path(String accession) {
        return "/datasets/" + accession;
    }

    static String path(String accession, String image) {
        return path(accession) + "/images/" + image;
    }

    static PublishedDataset dataset(String accession, String title, TermReference organism) {
        URI page = URI.create(BASE + path(accession));
        return new PublishedDataset(
                "oai:nantes.vitrail.example:" + accession,
                accession,
                1,
                "nantes",
                "Institution",
                page,
                URI.create(page + "/v1"),
                "demo." + accession,
                "demo." + accession + ".v1",
                false,
                PUBLISHED,
                PUBLISHED,
                title,
                "One optical section, stained, for counting cells in tissue.",
                CREATORS,
                "CC-BY-4.0",
                List.of(organism),
                List.of(CONFOCAL),
                List.of(),
                List.of("tissue"),
                List.of(new Publication("10.5555/article", null, "IsDerivedFrom")),
                Access.OPEN,
                null,
                List.of(new PublishedImageSet("all", List.of(), List.of(), List.of(), null, 1)),
                1,
                409_600,
                new LeadImage("oai:nantes.vitrail.example:" + accession + "/lead", null, null));
    }

    static PublishedImage image(String accession, String image, TermReference organism, double pixelSize) {
        return new PublishedImage(
                "oai:nantes.vitrail.example:" + accession + "/" + image,
                image,
                "oai:nantes.vitrail.example:" + accession,
                accession,
                "Data set " + accession,
                "nantes",
                "Institution",
                URI.create(BASE + path(accession, image)),
                "all",
                "Image " + image,
                CREATORS,
                "CC-BY-4.0",
                List.of(organism),
                List.of(CONFOCAL),
                List.of(),
                Access.OPEN,
                PUBLISHED,
                PUBLISHED,
                new PixelDescription(
                        "uint16", 1, 2, 80, 1024, 1024, new PixelSize(pixelSize, pixelSize, 0.5), List.of(), "0.5"),
                URI.create(BASE + "/zarr/" + accession + "/" + image + ".ome.zarr"),
                null,
                "a".repeat(64),
                409_600,
                List.of(new PublishedLabel("l" + image, "cells", null, null, "uint32")));
    }
}
