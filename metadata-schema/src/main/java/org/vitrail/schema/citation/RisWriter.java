package org.vitrail.schema.citation;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlText;

/** One RIS reference of type DATA; lines end with CR LF, a value never holds a line break. Thread-safe. */
public final class RisWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd/");

    public String write(PublishedDataset d) {
        StringBuilder reference = new StringBuilder();
        line(reference, "TY", "DATA");
        d.creators().forEach(creator -> line(reference, "AU", author(creator)));
        line(reference, "TI", d.title());
        if (d.published() != null) {
            String date = DATE.format(d.published().atOffset(ZoneOffset.UTC));
            line(reference, "PY", date.substring(0, date.indexOf('/')));
            line(reference, "DA", date);
        }
        line(reference, "PB", d.publisher());
        line(reference, "ET", String.valueOf(d.version()));
        line(reference, "DP", d.node());
        line(reference, "AN", d.accession());
        line(reference, "DO", d.doiRegistered() ? d.versionDoi() : null);
        line(reference, "UR", CitationText.link(d));
        line(reference, "AB", d.description());
        keywords(d).forEach(keyword -> line(reference, "KW", keyword));
        line(reference, "N1", license(d.license()));
        return reference.append("ER  - \r\n").toString();
    }

    private static Stream<String> keywords(PublishedDataset d) {
        Stream<String> terms = Stream.of(d.organisms(), d.imagingMethods())
                .flatMap(List::stream)
                .filter(term -> !term.notApplicable())
                .map(TermReference::label);
        return Stream.concat(d.keywords().stream(), terms).distinct();
    }

    private static String author(Agent agent) {
        if (agent.organizational()) {
            return agent.displayName();
        }
        PersonName name = PersonName.of(agent);
        String person = name.given().isEmpty() ? name.family() : name.family() + ", " + name.given();
        return name.suffix().isEmpty() ? person : person + ", " + name.suffix();
    }

    private static String license(String license) {
        String name = LicenseInfo.findById(license).map(LicenseInfo::name).orElse(license);
        return XmlText.legalOrNull(name) == null ? null : "License: " + name;
    }

    private static void line(StringBuilder reference, String tag, String value) {
        String text = OneLine.of(value);
        if (!text.isEmpty()) {
            reference.append(tag).append("  - ").append(text).append("\r\n");
        }
    }
}
