package org.vitrail.schema.citation;

import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.PublishedDataset;

/** The citation in one line of plain text, not escaped for HTML. Thread-safe. */
public final class CitationText {

    /** Creators (year): title. Version n. Publisher. Data set. Link of the version's DOI, or of its page. */
    public String write(PublishedDataset d) {
        String creators = d.creators().stream().map(Agent::displayName).collect(Collectors.joining("; "));
        String year = d.published() == null
                ? "n.d."
                : String.valueOf(d.published().atOffset(ZoneOffset.UTC).getYear());
        String title = d.title() == null ? "Untitled" : d.title().strip();
        return (creators.isEmpty() ? "" : creators + " ") + "(" + year + "): " + title
                + (title.endsWith(".") ? " " : ". ") + "Version " + d.version() + ". "
                + (d.publisher() == null ? "" : d.publisher() + ". ") + "Data set. " + link(d);
    }

    static String link(PublishedDataset d) {
        return Doi.findVersionUrl(d)
                .orElseGet(() -> String.valueOf(d.versionPage() == null ? d.landingPage() : d.versionPage()));
    }
}
