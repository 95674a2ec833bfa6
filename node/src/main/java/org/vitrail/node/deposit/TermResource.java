package org.vitrail.node.deposit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;

/** Finds ontology terms while a depositor types. */
@Path("/api/v1/terms")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TermResource {
    private static final int MOST = 50;
    private final TermLookup lookup;

    TermResource(TermLookup lookup) {
        this.lookup = lookup;
    }

    /** A term as the API shows it. */
    public record TermView(String id, String label, Map<String, String> labels, List<String> synonyms, String branch) {}

    /** Best first. */
    @GET
    @Operation(summary = "Terms by CURIE, label or synonym, in English and French")
    public List<TermView> search(@RestQuery String q, @RestQuery @DefaultValue("10") int limit) {
        if (q == null || q.isBlank()) {
            throw NodeProblem.invalidRequest("Give the text to look for in q.");
        }
        return lookup.search(q, Math.clamp(limit, 1, MOST)).stream()
                .map(TermResource::view)
                .toList();
    }

    private static TermView view(Term term) {
        return new TermView(
                term.id(),
                term.prefLabel(),
                term.labels(),
                term.synonyms(),
                term.branch().name());
    }
}
