package org.vitrail.node.landing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.vitrail.node.problem.ProblemResponses;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.node.publication.Tombstones;
import org.vitrail.node.publication.Tombstones.Tombstone;

/** Answers where there is no data set: with its tombstone, or saying that there is nothing; to machines as a problem. */
@ApplicationScoped
class Absence {
    private static final int GONE = 410;

    private final Tombstones tombstones;
    private final ProblemResponses problems;

    Absence(Tombstones tombstones, ProblemResponses problems) {
        this.tombstones = tombstones;
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "landing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Tombstoned(Tombstone tombstone, Citation citation) implements TemplateInstance {}

    @CheckedTemplate(basePath = "landing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NotFound(String what) implements TemplateInstance {}

    Response of(String accession, HttpHeaders headers) {
        Optional<Tombstone> tombstone = tombstones.find(accession);
        boolean page = Negotiation.choose(headers)
                .filter(MediaType.TEXT_HTML_TYPE::equals)
                .isPresent();
        if (tombstone.isEmpty()) {
            return page
                    ? html(404, new NotFound("data set"))
                    : problems.of(ProblemType.NOT_FOUND, "There is no such data set here.", Map.of())
                            .build();
        }
        Tombstone found = tombstone.get();
        return page
                ? html(GONE, new Tombstoned(found, Citation.of(found.dataset())))
                : problems.of(ProblemType.WITHDRAWN, found.reason(), Map.of("withdrawn", found.withdrawn()))
                        .build();
    }

    static Response notFoundPage(String what) {
        return html(404, new NotFound(what));
    }

    static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .entity(page.render())
                .build();
    }
}
