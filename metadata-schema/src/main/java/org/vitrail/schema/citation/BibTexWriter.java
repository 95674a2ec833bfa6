package org.vitrail.schema.citation;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.PublishedDataset;

/** One BibTeX entry of type misc, which every style knows; UTF-8, special characters escaped. Thread-safe. */
public final class BibTexWriter {

    public String write(PublishedDataset d) {
        StringBuilder entry = new StringBuilder("@misc{" + CitationKey.of(d) + ",\n");
        field(entry, "author", d.creators().stream().map(BibTexWriter::author).collect(Collectors.joining(" and ")));
        String title = escape(d.title());
        field(entry, "title", title.isEmpty() ? "" : "{" + title + "}");
        if (d.published() != null) {
            field(
                    entry,
                    "year",
                    String.valueOf(d.published().atOffset(ZoneOffset.UTC).getYear()));
        }
        field(entry, "publisher", escape(d.publisher()));
        field(entry, "version", String.valueOf(d.version()));
        if (d.doiRegistered()) {
            field(entry, "doi", verbatim(d.versionDoi()));
        }
        field(entry, "url", verbatim(CitationText.link(d)));
        field(entry, "note", "Data set");
        return entry.append("}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        if (!value.isBlank()) {
            entry.append("  ").append(name).append(" = {").append(value).append("},\n");
        }
    }

    /** What BibTeX would not read as one person's name stands in braces of its own, as every organization does. */
    private static String author(Agent agent) {
        String whole = escape(agent.displayName());
        PersonName name = PersonName.of(agent);
        if (agent.organizational() || name.suffix().contains(",") || readsAsSeveral(whole)) {
            return "{" + whole + "}";
        }
        String family = escape(name.family());
        String given = escape(name.given());
        String suffix = name.suffix().isEmpty() ? "" : ", " + escape(name.suffix());
        return family + suffix + (given.isEmpty() ? "" : ", " + given);
    }

    private static boolean readsAsSeveral(String name) {
        String padded = " " + name.toLowerCase(Locale.ROOT) + " ";
        return padded.contains(" and ") || padded.contains(" others ");
    }

    /** For fields that are links: as it is, but for what would unbalance the entry. */
    private static String verbatim(String link) {
        return OneLine.of(link)
                .replace("\\", "%5C")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace(" ", "%20");
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : OneLine.of(text).toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '{' -> escaped.append("\\textbraceleft{}");
                case '}' -> escaped.append("\\textbraceright{}");
                case '&', '%', '$', '#', '_' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
