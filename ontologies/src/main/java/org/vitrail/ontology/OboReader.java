package org.vitrail.ontology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads terms of an OBO flat file line by line: id, name, synonyms, is_a, part_of, obsolescence. Everything else is
 * skipped. OBO 1.4 §3.
 */
public final class OboReader {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final List<Term> terms = new ArrayList<>();
    private Frame frame;

    private OboReader() {}

    /**
     * All terms of the file, in its order; the reader stays open.
     *
     * @throws IOException when reading fails
     */
    public static List<Term> read(Reader obo) throws IOException {
        OboReader reader = new OboReader();
        BufferedReader lines = new BufferedReader(obo);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            reader.line(line.strip());
        }
        reader.close();
        return List.copyOf(reader.terms);
    }

    private void line(String line) {
        if (line.startsWith("[")) {
            close();
            frame = line.equals("[Term]") ? new Frame() : null;
        } else if (frame != null && line.indexOf(": ") > 0) {
            int colon = line.indexOf(": ");
            frame.take(line.substring(0, colon), line.substring(colon + 2).strip());
        }
    }

    private void close() {
        if (frame != null && frame.id != null && frame.name != null) {
            terms.add(frame.term());
        }
        frame = null;
    }

    /** One stanza while it is read. */
    private static final class Frame {
        private final List<String> synonyms = new ArrayList<>();
        private final List<String> isA = new ArrayList<>();
        private final List<String> partOf = new ArrayList<>();
        private String id;
        private String name;
        private String replacedBy;
        private boolean obsolete;

        void take(String tag, String value) {
            switch (tag) {
                case "id" -> id = first(value);
                case "name" -> name = value;
                case "is_a" -> isA.add(first(value));
                case "replaced_by" -> replacedBy = first(value);
                case "is_obsolete" -> obsolete = value.startsWith("true");
                case "relationship" -> relationship(value.split("\\s+"));
                case "synonym" -> synonym(value);
                default -> {}
            }
        }

        private void relationship(String[] parts) {
            if (parts.length > 1 && (parts[0].equals("part_of") || parts[0].equals("BFO:0000050"))) {
                partOf.add(parts[1]);
            }
        }

        private void synonym(String value) {
            Matcher quoted = QUOTED.matcher(value);
            if (quoted.find()) {
                synonyms.add(quoted.group(1).replaceAll("\\\\(.)", "$1"));
            }
        }

        Term term() {
            return new Term(id, name, Map.of("en", name), synonyms, branch(id), isA, partOf, obsolete, replacedBy);
        }

        private static Branch branch(String id) {
            return switch (id.substring(0, Math.max(0, id.indexOf(':')))) {
                case "NCBITaxon" -> Branch.ORGANISM;
                case "FBbi" -> Branch.METHOD;
                case "CL" -> Branch.CELL_TYPE;
                case "UBERON" -> Branch.ANATOMY;
                default -> Branch.OTHER;
            };
        }

        private static String first(String value) {
            return value.split("\\s+")[0];
        }
    }
}
