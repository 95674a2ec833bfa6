package org.vitrail.ontology.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.Synonym;
import org.vitrail.ontology.Synonym.Scope;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermNotes;

/** A term while it is read; statements about it may come in any order and more than once. */
final class TermDraft {
    final Set<String> isA = new LinkedHashSet<>();
    final Set<String> partOf = new LinkedHashSet<>();
    final Set<String> altIds = new LinkedHashSet<>();
    final Set<String> consider = new LinkedHashSet<>();
    final Set<String> subsets = new LinkedHashSet<>();
    private final String id;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, Scope> synonyms = new LinkedHashMap<>();
    private String name;
    private String definition;
    private String replacedBy;
    private boolean obsolete;

    TermDraft(String id) {
        this.id = id;
    }

    boolean isNamed() {
        return name != null || !labels.isEmpty();
    }

    /** The label without a language; a second one becomes a synonym. */
    void name(String text) {
        String clean = clean(text);
        if (name == null && !clean.isEmpty()) {
            name = clean;
        } else {
            synonym(clean, Scope.EXACT);
        }
    }

    void label(String language, String text) {
        String clean = clean(text);
        if (language.isEmpty()) {
            name(clean);
        } else if (!clean.isEmpty() && labels.putIfAbsent(language, clean) != null) {
            synonym(clean, Scope.EXACT);
        }
    }

    /** Said twice, the closer scope counts. */
    void synonym(String text, Scope scope) {
        String clean = clean(text);
        if (!clean.isEmpty()) {
            synonyms.merge(clean, scope, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    void definition(String text) {
        definition = definition == null ? clean(text) : definition;
    }

    void obsolete(boolean value) {
        obsolete |= value;
    }

    void replacedBy(String curie) {
        replacedBy = replacedBy == null ? curie : replacedBy;
    }

    /** Only of a draft that {@link #isNamed}. */
    Term term() {
        String own = ownLabel();
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.putIfAbsent("en", own);
        List<Synonym> others = new ArrayList<>();
        synonyms.forEach((text, scope) -> {
            if (!text.equals(own)) {
                others.add(new Synonym(text, scope));
            }
        });
        isA.remove(id);
        return new Term(
                id,
                own,
                all,
                others,
                Branch.of(id),
                List.copyOf(isA),
                List.copyOf(partOf),
                obsolete,
                obsolete ? replacedBy : null,
                new TermNotes(definition, List.copyOf(altIds), List.copyOf(consider), List.copyOf(subsets)));
    }

    private String ownLabel() {
        if (name != null) {
            return name;
        }
        return labels.entrySet().stream()
                .filter(label -> label.getKey().matches("en(-.*)?"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> labels.values().iterator().next());
    }

    /** One line of text: white space and control characters become one space. */
    private static String clean(String text) {
        return text.replaceAll("[\\s\\p{Cc}\\p{Z}]+", " ").strip();
    }
}
