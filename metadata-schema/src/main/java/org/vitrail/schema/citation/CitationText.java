package org.vitrail.schema.citation;

import java.time.ZoneOffset;
import java.util.List;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.PublishedDataset;

/**
 * The citation in APA style as one line of plain text, not escaped for HTML: "Author, A. A., & Institute. (2026). Title
 * (Version 1) [Data set]. Publisher. https://doi.org/…", or the page of the version where no DOI is registered.
 * Thread-safe. Publication Manual of the APA, 7th edition, §9.8 (names), §9.50 (no author), §10.9 (data sets).
 */
public final class CitationText {
    private static final int MOST_NAMES = 20;
    private static final int NAMES_BEFORE_ELLIPSIS = 19;

    public String write(PublishedDataset d) {
        String authors = authors(d.creators());
        String title = OneLine.of(d.title());
        String work = (title.isEmpty() ? "Untitled" : title) + " (Version " + d.version() + ") [Data set].";
        String year = "(" + year(d) + ").";
        String begin = authors.isEmpty() ? work + " " + year : sentence(authors) + " " + year + " " + work;
        return begin + publisher(d) + " " + link(d);
    }

    private static String year(PublishedDataset d) {
        return d.published() == null
                ? "n.d."
                : String.valueOf(d.published().atOffset(ZoneOffset.UTC).getYear());
    }

    /** Nothing where it is the only author: APA names it once. */
    private static String publisher(PublishedDataset d) {
        String publisher = OneLine.of(d.publisher());
        boolean author = d.creators().size() == 1
                && d.creators().getFirst().organizational()
                && OneLine.of(d.creators().getFirst().displayName()).equals(publisher);
        return publisher.isEmpty() || author ? "" : " " + sentence(publisher);
    }

    private static String authors(List<Agent> creators) {
        List<String> names = creators.stream().map(CitationText::author).toList();
        int count = names.size();
        if (count < 2) {
            return count == 0 ? "" : names.getFirst();
        }
        if (count > MOST_NAMES) {
            return String.join(", ", names.subList(0, NAMES_BEFORE_ELLIPSIS)) + ", . . . " + names.getLast();
        }
        return String.join(", ", names.subList(0, count - 1)) + ", & " + names.getLast();
    }

    private static String author(Agent agent) {
        if (agent.organizational()) {
            return OneLine.of(agent.displayName());
        }
        PersonName name = PersonName.of(agent);
        String initials = name.initials();
        return name.family()
                + (initials.isEmpty() ? "" : ", " + initials)
                + (name.suffix().isEmpty() ? "" : ", " + name.suffix());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    static String link(PublishedDataset d) {
        return Doi.findVersionUrl(d)
                .orElseGet(() -> String.valueOf(d.versionPage() == null ? d.landingPage() : d.versionPage()));
    }
}
