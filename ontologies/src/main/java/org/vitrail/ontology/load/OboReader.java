package org.vitrail.ontology.load;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.Synonym.Scope;

/**
 * Reads the terms of an OBO flat file line by line: names, synonyms with their scope, definition, is_a, part_of (also
 * where they stand in an intersection), alternative ids, subsets, obsolescence with what to use instead. Other tags are
 * passed over. OBO 1.4 §3.
 */
final class OboReader {
    private static final Pattern STANZA = Pattern.compile("\\[[A-Za-z]+\\](\\s*!.*)?");

    private final String file;
    private final Map<String, TermDraft> drafts = new LinkedHashMap<>();
    private String acronym = "";
    private String version = "";
    private boolean header = true;
    private boolean inTerm;
    private TermDraft draft;

    private OboReader(String file) {
        this.file = file;
    }

    /**
     * All named terms of the file, in its order; the reader stays open.
     *
     * @param file its name, for messages
     * @throws UnreadableOntology when a line is illegal, or the last one was cut
     * @throws IOException when reading fails
     */
    static Ontology read(String file, Reader obo) throws IOException {
        OboReader reader = new OboReader(file);
        reader.lines(new TextLines(obo));
        return new Ontology(
                reader.acronym,
                reader.version,
                reader.drafts.values().stream()
                        .filter(TermDraft::isNamed)
                        .map(TermDraft::term)
                        .toList());
    }

    private void lines(TextLines lines) throws IOException {
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!lines.ended()) {
                    throw new IllegalArgumentException("the file ends within this line; fetch it again");
                }
                line(line.strip());
            }
        } catch (IllegalArgumentException illegal) {
            throw new UnreadableOntology(file, lines.number(), illegal.getMessage());
        } catch (CharacterCodingException wrong) {
            throw new UnreadableOntology(file, lines.number(), "at or soon after it a byte that is not UTF-8");
        }
        if (header && acronym.isEmpty() && version.isEmpty()) {
            throw new UnreadableOntology(file, "no OBO file: neither a header nor a term");
        }
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("!")) {
            return;
        }
        if (line.startsWith("[")) {
            if (!STANZA.matcher(line).matches()) {
                throw new IllegalArgumentException("\"" + brief(line) + "\" is no stanza");
            }
            header = false;
            inTerm = line.startsWith("[Term]");
            draft = null;
            return;
        }
        OboLine clause = OboLine.of(line);
        if (header) {
            header(clause);
        } else if (inTerm) {
            term(clause);
        }
    }

    private void header(OboLine clause) {
        switch (clause.tag()) {
            case "ontology" -> acronym = OntologyNames.acronym(clause.text());
            case "data-version" -> version = OntologyNames.version(clause.text());
            default -> {}
        }
    }

    private void term(OboLine clause) {
        if (clause.tag().equals("id")) {
            draft = drafts.computeIfAbsent(clause.id(), TermDraft::new);
        } else if (draft == null) {
            throw new IllegalArgumentException("a term begins with its id, not with " + clause.tag());
        } else {
            describe(clause);
        }
    }

    private void describe(OboLine clause) {
        switch (clause.tag()) {
            case "name" -> draft.name(clause.text());
            case "def" -> draft.definition(clause.quoted());
            case "synonym" -> draft.synonym(clause.quoted(), scope(clause.behindQuotes()));
            case "exact_synonym" -> draft.synonym(clause.quoted(), Scope.EXACT);
            case "narrow_synonym" -> draft.synonym(clause.quoted(), Scope.NARROW);
            case "broad_synonym" -> draft.synonym(clause.quoted(), Scope.BROAD);
            case "related_synonym" -> draft.synonym(clause.quoted(), Scope.RELATED);
            case "alt_id" -> draft.altIds.add(clause.id());
            case "subset" -> draft.subsets.add(clause.id());
            case "is_a" -> draft.isA.add(clause.id());
            case "intersection_of", "relationship" -> relation(clause);
            case "is_obsolete" -> draft.obsolete(clause.value().startsWith("true"));
            case "replaced_by" -> draft.replacedBy(clause.id());
            case "consider" -> draft.consider.add(clause.id());
            default -> {}
        }
    }

    private void relation(OboLine clause) {
        List<String> ids = clause.ids();
        boolean genus = ids.size() == 1 && clause.tag().equals("intersection_of");
        if (genus) {
            draft.isA.add(ids.getFirst());
        } else if (ids.size() < 2) {
            throw new IllegalArgumentException(clause.tag() + " names no term");
        } else if (ids.getFirst().equals("part_of") || ids.getFirst().equals("BFO:0000050")) {
            draft.partOf.add(ids.get(1));
        }
    }

    private static Scope scope(String behind) {
        String first = behind.split("[\\s\\[]", 2)[0].toUpperCase(Locale.ROOT);
        return switch (first) {
            case "EXACT" -> Scope.EXACT;
            case "NARROW" -> Scope.NARROW;
            case "BROAD" -> Scope.BROAD;
            default -> Scope.RELATED;
        };
    }

    private static String brief(String line) {
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
