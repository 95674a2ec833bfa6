package org.vitrail.gateway.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;
import org.vitrail.ontology.TermLookup.Recognition;
import org.vitrail.ontology.TermTable;

/** Finds the ontology terms that words name, by a name or by a CURIE, and says what else such a term is called. */
@ApplicationScoped
class NamedTerms {
    private static final Pattern CURIE = Pattern.compile("\\b([A-Za-z]{2,20})[:_]([A-Za-z0-9]{1,20})\\b");
    private static final int MOST_NAMES = 6;

    private final TermTable table;
    private final TermLookup lookup;

    NamedTerms(TermTable table, TermLookup lookup) {
        this.table = table;
        this.lookup = lookup;
    }

    /** Names first, then CURIEs, with a colon or, as in sets and addresses, with a low line. */
    List<Recognition> in(String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Recognition> found = new ArrayList<>(lookup.recognize(words));
        Matcher curie = CURIE.matcher(words);
        while (curie.find()) {
            Optional<Term> term = table.findTerm(curie.group(1) + ":" + curie.group(2));
            term.ifPresent(named -> found.add(new Recognition(curie.group(), named)));
        }
        return found;
    }

    /** The names of the term, in all languages, that mean this term alone; a few of them. */
    Set<String> namesOf(Term term) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Stream.of(Stream.of(term.prefLabel()), term.labels().values().stream(), term.synonyms().stream())
                .flatMap(each -> each)
                .filter(name -> means(name, term))
                .limit(MOST_NAMES)
                .forEach(names::add);
        return names;
    }

    private boolean means(String name, Term term) {
        List<Recognition> found = lookup.recognize(name);
        return found.size() == 1
                && found.getFirst().term().id().equals(term.id())
                && found.getFirst().text().length() == name.length();
    }
}
