package org.vitrail.gateway.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.gateway.index.TermBranch;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup.Recognition;
import org.vitrail.ontology.TermTable;

/** Says which of a hit's own terms answers what was asked for. */
@ApplicationScoped
class Matches {
    private static final int MOST_PER_ASKED = 5;

    private final TermTable table;

    Matches(TermTable table) {
        this.table = table;
    }

    /** @param own CURIEs of the hit by kind */
    List<Match> of(SearchParameters parameters, List<Recognition> recognized, Map<String, List<String>> own) {
        List<Match> matches = new ArrayList<>();
        parameters
                .chosen()
                .forEach((facet, values) -> facet.branch()
                        .ifPresent(branch -> values.forEach(asked -> add(matches, branch, asked, null, own))));
        for (Recognition recognition : recognized) {
            Term term = recognition.term();
            add(matches, TermBranch.of(term.branch()), term.id(), recognition.text(), own);
        }
        return matches;
    }

    private void add(List<Match> matches, TermBranch branch, String asked, String text, Map<String, List<String>> own) {
        own.getOrDefault(branch.word(), List.of()).stream()
                .flatMap(id -> match(branch, asked, text, id).stream())
                .limit(MOST_PER_ASKED)
                .forEach(matches::add);
    }

    private Optional<Match> match(TermBranch branch, String asked, String text, String id) {
        String relation = null;
        if (!id.equals(asked)) {
            if (table.ancestors(id).contains(asked)) {
                relation = "isA";
            } else if (table.partOfAncestors(id).contains(asked)) {
                relation = "partOf";
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(branch.word(), asked, label(asked), id, label(id), relation, text));
    }

    private String label(String id) {
        return table.findTerm(id).map(Term::prefLabel).orElse(id);
    }
}
