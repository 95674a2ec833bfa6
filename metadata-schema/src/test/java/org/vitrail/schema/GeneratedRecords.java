package org.vitrail.schema;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.ChannelDescription;
import org.vitrail.schema.dataset.LeadImage;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PixelSize;
import org.vitrail.schema.dataset.PlatePosition;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.PublishedImageSet;
import org.vitrail.schema.dataset.PublishedLabel;
import org.vitrail.schema.dataset.RecordForm;
import org.vitrail.schema.dataset.StudyContext;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlText;

/** Records of random shape with nasty texts, from a seed that a failing test names. */
public final class GeneratedRecords {
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\n",
            "\t a \r\n b \r",
            "<b>bold</b> & <script>alert('x')</script>",
            "]]>",
            "<![CDATA[x]]>",
            "<!-- -->",
            "&amp;&lt;",
            "\"quotes\" and 'more'",
            "😀 𝒜 🧬",
            "שלום עולם",
            "مرحبا \u202Eabc\u202C",
            "e\u0301 vs é",
            "\u00A0\u2028",
            "\uFEFFbom",
            "\uFFFD",
            "\u0085",
            "\u0000\u0008\u001F",
            "\uD83D",
            "\uDE00x",
            "\uFFFE\uFFFF",
            "日本語の題",
            "µm ± 0,5 Å",
            "http://example.org/?a=1&b=<2>",
            "--",
            "{\"@id\": \"x\"}",
            "</script>",
            "Ünïcödé");

    private final Random random;

    public GeneratedRecords(long seed) {
        this.random = new Random(seed);
    }

    public PublishedDataset dataset() {
        return new PublishedDataset(
                text(),
                text(),
                random.nextInt(1000),
                orNull(this::text),
                orNull(this::text),
                uri(),
                orNull(this::uri),
                orNull(this::text),
                orNull(this::text),
                random.nextBoolean(),
                orNull(this::instant),
                orNull(this::instant),
                text(),
                orNull(this::text),
                list(this::agent),
                license(),
                list(this::term),
                list(this::term),
                list(this::term),
                list(this::text),
                list(this::publication),
                access(),
                orNull(this::date),
                list(this::imageSet),
                random.nextInt(),
                random.nextLong(),
                orNull(() -> new LeadImage(orNull(this::text), orNull(this::uri), orNull(this::uri))),
                record(StudyContext.class));
    }

    /** A record of the model, with something or nothing in each component. */
    private <T extends Record> T record(Class<T> type) {
        RecordForm<T> form = RecordForm.of(type);
        return form.make(form.fields().stream()
                .map(field -> field.list() ? list(() -> value(field)) : orNull(() -> value(field)))
                .toArray());
    }

    private Object value(RecordForm.Field field) {
        return switch (field.kind()) {
            case TEXT -> text();
            case REAL -> random.nextGaussian();
            case WHOLE -> random.nextInt();
            case TRUTH -> random.nextBoolean();
            case DAY -> date();
            case WORD ->
                field.type().getEnumConstants()[random.nextInt(field.type().getEnumConstants().length)];
            case TERM -> term();
            case AGENT -> agent();
            case RECORD -> record(field.type().asSubclass(Record.class));
        };
    }

    public PublishedImage image() {
        return new PublishedImage(
                text(),
                text(),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                uri(),
                orNull(this::text),
                orNull(this::text),
                list(this::agent),
                license(),
                list(this::term),
                list(this::term),
                list(this::term),
                access(),
                orNull(this::instant),
                orNull(this::instant),
                orNull(this::pixels),
                orNull(this::uri),
                orNull(this::uri),
                orNull(this::text),
                random.nextLong(),
                list(this::label),
                orNull(() -> new PlatePosition(orNull(this::text), text(), random.nextInt(1000))));
    }

    /** A text that XML can carry whole; what it cannot is another test's matter. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(NASTY.get(random.nextInt(NASTY.size())));
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(random.nextInt(0x110000));
            }
        }
        return XmlText.legal(text.toString());
    }

    private Agent agent() {
        return new Agent(
                orNull(this::text), orNull(this::text), orNull(this::text), orNull(this::text), orNull(this::text));
    }

    private TermReference term() {
        String id = random.nextBoolean() ? "NCBITaxon:" + random.nextInt(100_000) : orNull(this::text);
        return new TermReference(id, orNull(this::text));
    }

    private Publication publication() {
        return new Publication(orNull(this::text), orNull(this::text), orNull(this::text));
    }

    private PublishedImageSet imageSet() {
        return new PublishedImageSet(
                orNull(this::text),
                list(this::term),
                list(this::term),
                list(this::term),
                license(),
                random.nextInt(99));
    }

    private PublishedLabel label() {
        return new PublishedLabel(
                orNull(this::text), orNull(this::text), orNull(this::uri), orNull(this::text), orNull(this::text));
    }

    private PixelDescription pixels() {
        return new PixelDescription(
                orNull(this::text),
                random.nextLong(),
                random.nextInt(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                orNull(() -> new PixelSize(real(), real(), real())),
                list(() -> new ChannelDescription(orNull(this::text), orNull(this::text), orNull(this::text))),
                orNull(this::text));
    }

    private Double real() {
        return random.nextInt(3) == 0 ? null : Math.exp(random.nextDouble() * 200 - 100);
    }

    private String license() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> "CC-BY-4.0";
            case 2 -> "etalab-2.0";
            default -> text();
        };
    }

    private Access access() {
        return orNull(() -> Access.values()[random.nextInt(Access.values().length)]);
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextInt(60_000));
    }

    private URI uri() {
        return URI.create("https://node.example/é/" + random.nextInt() + "?q=%3Ca%26&b=(x)'#f");
    }

    private <T> List<T> list(Supplier<T> entry) {
        List<T> entries = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            entries.add(entry.get());
        }
        return entries;
    }

    private <T> T orNull(Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }
}
