package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;

/**
 * One thing that keeps a description from being read or submitted; in JSON as {@link Told} in English.
 *
 * @param path as imageSets[0].images[1].files; empty for the whole description
 * @param place where in a file, for what was read from one; else {@link TextPlace#UNKNOWN}
 * @param arguments what {@link FaultCode#arguments} names, in that order
 */
public record Fault(String path, TextPlace place, FaultCode code, List<String> arguments) {
    private static final Wording TEXTS = new Wording(Fault.class, "faults");

    /** @throws IllegalArgumentException unless there are as many arguments as the code has */
    public Fault {
        arguments = List.copyOf(arguments);
        if (arguments.size() != code.arguments().size()) {
            throw new IllegalArgumentException(code + " takes " + code.arguments() + ", not " + arguments);
        }
    }

    /** A fault of what no file's line is known of; null among the arguments becomes empty. */
    public static Fault of(String path, FaultCode code, Object... arguments) {
        return new Fault(path, TextPlace.UNKNOWN, code, texts(arguments));
    }

    /** The same fault, found at a line of a file. */
    public Fault at(TextPlace found) {
        return new Fault(path, found, code, arguments);
    }

    /** The same fault, in a file of this name unless it names one. */
    Fault inFile(String name) {
        return place.file() == null ? at(place.in(name)) : this;
    }

    /**
     * A fault in words.
     *
     * @param file where the fault stands; null if unknown, like line and column, which count from 1
     * @param code the same in all languages and versions (docs/faults.md)
     * @param message what is wrong, in a researcher's words
     * @param remedy what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            String path, String file, Integer line, Integer column, String code, String message, String remedy) {}

    /** What is wrong and what to do, in a language. */
    public Told in(Language language) {
        return new Told(
                path,
                place.file(),
                place.lineOrNull(),
                place.columnOrNull(),
                code.word(),
                text(language, ".message"),
                text(language, ".remedy"));
    }

    /** What is wrong, in English. */
    public String message() {
        return text(Language.ENGLISH, ".message");
    }

    /** What to do, in English. */
    public String remedy() {
        return text(Language.ENGLISH, ".remedy");
    }

    /** Place, what is wrong and what to do, on one line. */
    public String sentence(Language language) {
        Told told = in(language);
        String where = Stream.of(place.in(language), path)
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + ", " + right)
                .map(found -> TEXTS.text(language, "where", Map.of("place", found)))
                .orElse("");
        return where + told.message() + " " + told.remedy();
    }

    @JsonValue
    Told inEnglish() {
        return in(Language.ENGLISH);
    }

    static Wording wording() {
        return TEXTS;
    }

    private String text(Language language, String part) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.put(code.arguments().get(i), arguments.get(i));
        }
        return TEXTS.text(language, code.word() + part, values);
    }

    private static List<String> texts(Object... arguments) {
        return Stream.of(arguments)
                .map(argument -> argument == null ? "" : argument.toString())
                .toList();
    }
}
