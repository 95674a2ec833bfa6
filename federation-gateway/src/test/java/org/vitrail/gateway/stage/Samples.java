package org.vitrail.gateway.stage;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.LeadImage;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.TermReference;

/** Small records as nodes publish them. */
public final class Samples {
    public static final TermReference MAIZE = new TermReference("NCBITaxon:4577", "Zea mays");
    public static final TermReference MOUSE = new TermReference("NCBITaxon:10090", "Mus musculus");
    public static final TermReference CONFOCAL = new TermReference("FBbi:00000251", "confocal microscopy");
    private static final Instant PUBLISHED = Instant.parse("2026-11-22T10:00:00Z");

    private Samples() {}

    /** The description of a data set by what differs between tests. */
    public record Sketch(
            String node,
            String accession,
            String title,
            String description,
            TermReference organism,
            List<TermReference> terms) {

        public static Sketch maize(String node, String accession) {
            return new Sketch(
                    node,
                    accession,
                    "Maize stem section, confocal",
                    "One optical section of a maize stem, lignified cell walls autofluorescent.",
                    MAIZE,
                    List.of());
        }

        public static Sketch mouse(String node, String accession) {
            return new Sketch(
                    node,
                    accession,
                    "Cellules nerveuses de souris",
                    "Des noyaux cellulaires marqués dans le cervelet, observés en microscopie confocale.",
                    MOUSE,
                    List.of());
        }

        public Sketch titled(String other) {
            return new Sketch(node, accession, other, description, organism, terms);
        }

        public Sketch with(TermReference term) {
            return new Sketch(node, accession, title, description, organism, List.of(term));
        }
    }

    public static String identifier(String node, String accession) {
        return "oai:" + node + ".vitrail.example:" + accession;
    }

    public static PublishedDataset dataset(Sketch s, URI base) {
        URI landing = base.resolve("/datasets/" + s.accession());
        String image = identifier(s.node(), s.accession()) + "/" + s.accession();
        return new PublishedDataset(
                identifier(s.node(), s.accession()),
                s.accession(),
                1,
                s.node(),
                "University of " + s.node(),
                landing,
                URI.create(landing + "/v1"),
                null,
                null,
                false,
                PUBLISHED,
                PUBLISHED,
                s.title(),
                s.description(),
                List.of(new Agent("Depositor, Demo", null, null, "Demonstration institution", null)),
                "CC-BY-4.0",
                List.of(s.organism()),
                List.of(CONFOCAL),
                s.terms(),
                List.of("sample"),
                List.of(),
                Access.OPEN,
                null,
                List.of(new PublishedImageSet("Set of " + s.accession(), List.of(), List.of(), List.of(), null, 1)),
                1,
                409_600,
                new LeadImage(image, zarr(base, s.accession()), thumbnail(base, s.accession())));
    }

    public static PublishedImage image(Sketch s, URI base) {
        return new PublishedImage(
                identifier(s.node(), s.accession()) + "/" + s.accession(),
                s.accession(),
                identifier(s.node(), s.accession()),
                s.accession(),
                s.title(),
                s.node(),
                "University of " + s.node(),
                base.resolve("/datasets/" + s.accession() + "/images/" + s.accession()),
                "Set of " + s.accession(),
                "Image of " + s.title(),
                List.of(new Agent("Depositor, Demo", null, null, null, null)),
                "CC-BY-4.0",
                List.of(s.organism()),
                List.of(CONFOCAL),
                s.terms(),
                Access.OPEN,
                PUBLISHED,
                PUBLISHED,
                new PixelDescription("uint8", 1, 1, 1, 512, 800, null, List.of(), "0.5"),
                zarr(base, s.accession()),
                thumbnail(base, s.accession()),
                "ab".repeat(32),
                409_600,
                List.of());
    }

    private static URI zarr(URI base, String accession) {
        return base.resolve("/zarr/" + accession + "/" + accession + ".ome.zarr");
    }

    private static URI thumbnail(URI base, String accession) {
        return base.resolve("/thumbnails/" + accession + ".jpg");
    }
}
