package org.vitrail.gateway.search;

import co.elastic.clients.elasticsearch._types.query_dsl.MatchAllQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrail.gateway.index.TermBranch;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup.Recognition;

/**
 * Makes a query of words. Words that name an ontology term also find whatever lies below that term; all others are looked for in
 * titles, descriptions, creators, keywords and the names of terms, as they are, in English and in French.
 */
final class WordQuery {
    private static final String ENOUGH_WORDS = "2<-1 5<70%";
    private static final float EXACT = 50f;
    private static final float NAMED = 8f;
    private static final float PART = 4f;
    private static final float CALLED = 0.5f;
    private static final int MOST_TERMS_BY_NAMES = 5;
    private static final List<String> NAMED_IN = List.of(
            "title.en",
            "title.fr",
            "names.en",
            "names.fr",
            "keywords.en",
            "keywords.fr",
            "description.en",
            "description.fr");
    private static final List<String> FIELDS = List.of("title", "names", "terms", "keywords", "description");
    private static final List<Float> WEIGHTS = List.of(4f, 2f, 3f, 3f, 1f);

    private static final Set<String> LITTLE_WORDS = Set.of(
            "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "au", "aux",
            "avec", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur",
            "un", "une");

    private WordQuery() {}

    static Query of(String words, List<Recognition> recognized, NamedTerms terms) {
        Map<String, Set<Term>> named = new LinkedHashMap<>();
        String rest = words;
        for (Recognition recognition : recognized) {
            named.computeIfAbsent(recognition.text(), text -> new LinkedHashSet<>())
                    .add(recognition.term());
        }
        for (String text : named.keySet()) {
            rest = without(rest, text);
        }
        List<Query> all = new ArrayList<>();
        boolean few = recognized.size() <= MOST_TERMS_BY_NAMES;
        named.forEach((text, meant) -> {
            Set<String> names = new TreeSet<>();
            if (few) {
                meant.forEach(term -> names.addAll(terms.namesOf(term)));
            }
            all.add(named(text, meant, names));
        });
        if (all.isEmpty() || saysSomething(rest)) {
            all.add(inWords(rest.strip()));
        }
        Query each = all.size() == 1 ? all.getFirst() : Query.of(q -> q.bool(b -> b.must(all)));
        return Query.of(q -> q.bool(b -> b.should(each, exact(words)).minimumShouldMatch("1")));
    }

    /** Little words between the names of terms ("section of the stem") need not be found. */
    private static boolean saysSomething(String rest) {
        return Arrays.stream(rest.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .anyMatch(word -> !word.isEmpty() && !LITTLE_WORDS.contains(word));
    }

    private static String without(String text, String part) {
        return Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceFirst(Matcher.quoteReplacement(" "));
    }

    /** @param names what else the terms are called: a text in another language counts too */
    private static Query named(String text, Set<Term> terms, Set<String> names) {
        List<Query> any = new ArrayList<>();
        for (Term term : terms) {
            String branch = TermBranch.of(term.branch()).word();
            any.add(below("isA." + branch, term.id(), NAMED));
            any.add(below("partOf." + branch, term.id(), PART));
        }
        any.add(inWords(text));
        names.forEach(name -> any.add(called(name)));
        return Query.of(q -> q.bool(b -> b.should(any).minimumShouldMatch("1")));
    }

    private static Query called(String name) {
        return Query.of(q -> q.multiMatch(
                m -> m.query(name).type(TextQueryType.Phrase).fields(NAMED_IN).boost(CALLED)));
    }

    private static Query below(String field, String id, float boost) {
        return Query.of(q -> q.constantScore(c ->
                c.filter(f -> f.term(t -> t.field(field).value(id))).boost(boost)));
    }

    /** An identifier, accession, DOI or digest. */
    private static Query exact(String text) {
        String bare = text.replaceFirst("(?i)^https?://(dx\\.)?doi\\.org/", "");
        return Query.of(q -> q.constantScore(c ->
                c.filter(f -> f.term(t -> t.field("exact").value(bare))).boost(EXACT)));
    }

    private static Query inWords(String text) {
        return Query.of(q -> q.disMax(d -> d.tieBreaker(0.2)
                .queries(across(text, "", "creators^2"), across(text, ".en", null), across(text, ".fr", null))));
    }

    /** The words may be spread over the fields of one language. */
    private static Query across(String text, String language, String further) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            fields.add(FIELDS.get(i) + language + "^" + WEIGHTS.get(i));
        }
        if (further != null) {
            fields.add(further);
        }
        return Query.of(q -> q.multiMatch(m -> m.query(text)
                .type(TextQueryType.CrossFields)
                .fields(fields)
                .operator(Operator.Or)
                .minimumShouldMatch(ENOUGH_WORDS)));
    }

    /** For a search without words. */
    static Query everything() {
        return Query.of(q -> q.matchAll(MatchAllQuery.of(all -> all)));
    }
}
