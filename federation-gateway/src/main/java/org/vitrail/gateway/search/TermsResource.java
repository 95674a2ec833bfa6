package org.vitrail.gateway.search;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.gateway.index.TermBranch;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;

/** Look-up of ontology terms by the beginning of a name, for those who fill in a facet. */
@Path("/api/v1/terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class TermsResource {
    private static final int LONGEST = 200;
    private static final int MOST = 50;

    private final TermLookup lookup;

    TermsResource(TermLookup lookup) {
        this.lookup = lookup;
    }

    /** Terms, the most likely first. */
    public record Terms(List<FoundTerm> terms) {}

    /** @param facet the parameter of a search that takes the id */
    public record FoundTerm(String id, String label, Map<String, String> labels, List<String> synonyms, String facet) {
        static FoundTerm of(Term term) {
            String facet = TermBranch.of(term.branch()).word();
            return new FoundTerm(term.id(), term.prefLabel(), term.labels(), term.synonyms(), facet);
        }
    }

    @GET
    @Operation(summary = "Ontology terms by name, synonym or CURIE, in English or French")
    public Terms terms(@QueryParam("q") @DefaultValue("") String q, @QueryParam("size") @DefaultValue("10") int size) {
        if (q.length() > LONGEST) {
            throw new BadParameter("q", "q has at most " + LONGEST + " characters.");
        }
        if (size < 1 || size > MOST) {
            throw new BadParameter("size", "size is a whole number from 1 to " + MOST + ".");
        }
        List<Term> found = q.isBlank() ? List.of() : lookup.search(q.strip(), size);
        return new Terms(found.stream().map(FoundTerm::of).toList());
    }
}
