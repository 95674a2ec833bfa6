package org.vitrail.schema.dataset.filelist;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.TermReference;

/**
 * What images of one set have in common: rows of other organisms, methods or terms are of another set.
 *
 * @param name as the row says; empty where it does not
 */
record SetKey(String name, List<TermReference> organisms, List<TermReference> methods, List<TermReference> terms) {
    private static final Pattern CURIE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*:\\S+");

    static SetKey of(RowImage row) {
        String name = row.text(Column.IMAGE_SET);
        return new SetKey(
                name == null ? "" : name,
                references(row.values(Column.ORGANISM)),
                references(row.values(Column.METHOD)),
                references(row.values(Column.TERM)));
    }

    /** What tells it from other sets of the same name. */
    String distinction() {
        return Stream.of(organisms, methods, terms)
                .flatMap(List::stream)
                .map(term -> term.id() == null ? term.label() : term.id())
                .collect(Collectors.joining(", "));
    }

    /** A CURIE is a term, anything else words that a curator maps. */
    private static List<TermReference> references(List<String> values) {
        return values.stream()
                .map(value -> CURIE.matcher(value).matches() || value.equals(TermReference.NOT_APPLICABLE)
                        ? TermReference.of(value)
                        : new TermReference(null, value))
                .toList();
    }
}
