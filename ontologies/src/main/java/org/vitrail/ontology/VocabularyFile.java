package org.vitrail.ontology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads the vocabulary that ships, tab-separated; its first line names the columns. */
final class VocabularyFile {
    static final String NAME = "vocabulary.tsv";
    private static final int COLUMNS = 9;

    private VocabularyFile() {}

    static List<Term> readBuiltIn() {
        try (InputStream in = VocabularyFile.class.getResourceAsStream(NAME);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(VocabularyFile::term)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
    }

    private static Term term(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(NAME + ": not " + COLUMNS + " columns: " + line);
        }
        String state = columns[8];
        return new Term(
                columns[0],
                columns[2],
                columns[3].isEmpty() ? Map.of("en", columns[2]) : Map.of("en", columns[2], "fr", columns[3]),
                list(columns[4], "\\|"),
                Branch.valueOf(columns[1]),
                list(columns[5], " "),
                list(columns[6], " "),
                !state.isEmpty(),
                state.contains(":") ? state : null);
    }

    private static List<String> list(String column, String separator) {
        return column.isEmpty() ? List.of() : List.of(column.split(separator));
    }
}
