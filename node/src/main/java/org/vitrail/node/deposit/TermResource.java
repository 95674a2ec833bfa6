package org.vitrail.node.deposit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.TermLookup;

/** Finds ontology terms while a depositor types, and in what was written. Asks nobody: it knows what this node knows. */
@Path("/api/v1/terms")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TermResource {
    private static final int MOST = 50;
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_TEXT = 100_000;
    private final TermLookup lookup;

    TermResource(TermLookup lookup) {
        this.lookup = lookup;
    }

    /** A term seen in a text, with the words that named it. */
    public record Suggestion(String text, TermView term) {}

    /** What a depositor wrote. */
    public record FreeText(String text) {}

    /** Best first. */
    @GET
    @Operation(summary = "Terms by CURIE, label or synonym, in English and French; obsolete ones by CURIE only")
    public List<TermView> search(
            @RestQuery String q, @RestQuery String branch, @RestQuery @DefaultValue("10") int limit) {
        String asked = required("q", q, LONGEST_QUESTION);
        return lookup.search(asked, branch(branch), Math.clamp(limit, 1, MOST)).stream()
                .map(term -> TermView.of(term, lookup))
                .toList();
    }

    /** In the order of the text. */
    @GET
    @Path("/suggest")
    @Operation(summary = "Terms that a text names, in the order of the text")
    public List<Suggestion> suggest(@RestQuery String text) {
        return suggestions(required("text", text, LONGEST_TEXT));
    }

    /** For texts too long for an address. */
    @POST
    @Path("/suggest")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Terms that a text names, in the order of the text")
    public List<Suggestion> suggest(FreeText given) {
        return suggestions(required("text", given == null ? null : given.text(), LONGEST_TEXT));
    }

    private List<Suggestion> suggestions(String text) {
        return lookup.recognize(text).stream()
                .map(seen -> new Suggestion(seen.text(), TermView.of(seen.term(), lookup)))
                .toList();
    }

    private static String required(String name, String value, int longest) {
        if (value == null || value.isBlank()) {
            throw NodeProblem.invalidRequest("Give the text to look for in " + name + ".");
        }
        if (value.length() > longest) {
            throw NodeProblem.invalidRequest(name + " has at most " + longest + " characters.");
        }
        return value;
    }

    private static Optional<Branch> branch(String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        String wanted = name.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.of(Arrays.stream(Branch.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> NodeProblem.invalidRequest(
                        "branch is one of " + Arrays.toString(Branch.values()).toLowerCase(Locale.ROOT) + ".")));
    }
}
