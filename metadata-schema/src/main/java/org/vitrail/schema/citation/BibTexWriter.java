package org.vitrail.schema.citation;

import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.xml.XmlText;

/** One BibTeX entry of type misc, which every style knows; UTF-8, special characters escaped. Thread-safe. */
public final class BibTexWriter {

    public String write(PublishedDataset d) {
        StringBuilder entry = new StringBuilder("@misc{vitrail-" + d.accession() + "-v" + d.version() + ",\n");
        field(entry, "author", d.creators().stream().map(BibTexWriter::author).collect(Collectors.joining(" and ")));
        field(entry, "title", "{" + escape(d.title()) + "}");
        if (d.published() != null) {
            field(
                    entry,
                    "year",
                    String.valueOf(d.published().atOffset(ZoneOffset.UTC).getYear()));
        }
        field(entry, "publisher", escape(d.publisher()));
        field(entry, "version", String.valueOf(d.version()));
        if (d.doiRegistered() && d.versionDoi() != null) {
            field(entry, "doi", escape(d.versionDoi()));
        }
        field(entry, "url", CitationText.link(d).replace("%", "\\%").replace("#", "\\#"));
        field(entry, "note", "Data set");
        return entry.append("}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        if (!value.isBlank()) {
            entry.append("  ").append(name).append(" = {").append(value).append("},\n");
        }
    }

    /** An organization stands in braces of its own, else BibTeX takes its last word for a family name. */
    private static String author(Agent agent) {
        String name = escape(agent.displayName());
        return agent.organizational() ? "{" + name + "}" : name;
    }

    private static String escape(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder escaped = new StringBuilder();
        for (char c : XmlText.legal(text).replaceAll("\\s+", " ").strip().toCharArray()) {
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
