package org.vitrail.pixels.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges single words: given names of people, and words that stand where a name could without being one. */
final class NameWords {

    private static final Set<String> GIVEN = table("given-names.txt");
    private static final Set<String> TECHNICAL = table("technical-words.txt");
    private static final Set<String> PLACEHOLDERS = Set.of(
            "unknown",
            "unbekannt",
            "inconnu",
            "inconnue",
            "none",
            "null",
            "nil",
            "na",
            "anonymous",
            "anonym",
            "anonyme",
            "anonymized",
            "anonymised",
            "anonymisiert",
            "anonymise",
            "anon",
            "default",
            "user",
            "username",
            "benutzer",
            "utilisateur",
            "admin",
            "administrator",
            "root",
            "guest",
            "test",
            "operator",
            "removed",
            "redacted",
            "deidentified",
            "empty",
            "undefined",
            "true",
            "false",
            "yes",
            "no",
            "system",
            "name",
            "string",
            "patient",
            "pseudonym",
            "pseudonymized",
            "phantom",
            "public",
            "local",
            "localuser",
            "labuser",
            "lab",
            "microscope",
            "the",
            "a");

    private NameWords() {}

    /** True for a frequent given name, also double ones such as Jean-Pierre. */
    static boolean given(String word) {
        String plain = plain(word);
        int hyphen = plain.indexOf('-');
        return GIVEN.contains(hyphen > 0 ? plain.substring(0, hyphen) : plain);
    }

    /** True when one of the words is a maker's, dye's or instrument's. */
    static boolean technical(String text) {
        return words(text).anyMatch(TECHNICAL::contains);
    }

    /** True when one of the words is a frequent given name. */
    static boolean holdsGiven(String text) {
        return words(text).anyMatch(NameWords::given);
    }

    /** True when the text says that there is no name, or was masked. */
    static boolean placeholder(String text) {
        String letters = plain(text).replaceAll("[^\\p{L}\\p{N}]++", "");
        return letters.isEmpty()
                || PLACEHOLDERS.contains(letters)
                || letters.chars().allMatch(c -> c == 'x');
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Arrays.stream(plain(text).split("[^\\p{L}\\p{N}-]++")).filter(word -> !word.isEmpty());
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}++", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<String> table(String resource) {
        try (InputStream bytes = NameWords.class.getResourceAsStream(resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failed) {
            throw new UncheckedIOException("The table " + resource + " of this program could not be read", failed);
        }
    }
}
