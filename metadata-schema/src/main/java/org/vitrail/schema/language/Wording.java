package org.vitrail.schema.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts in every {@link Language}, read from property files in UTF-8 beside a class: {@code faults_en.properties},
 * {@code faults_fr.properties}. Immutable.
 */
public final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    /**
     * Reads the files.
     *
     * @param name of the files, without language and ending
     * @throws IllegalStateException when one is not there
     */
    public Wording(Class<?> beside, String name) {
        for (Language language : Language.values()) {
            texts.put(language, read(beside, name + "_" + language.tag() + ".properties"));
        }
    }

    /**
     * One text, with its places filled.
     *
     * @param values by the name of the place; a place without value stays as it is, for braces may be meant
     * @throws IllegalArgumentException when there is no text of this key
     */
    public String text(Language language, String key, Map<String, ?> values) {
        String text = texts.get(language).get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language.tag());
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(filled(place, values)));
    }

    /** Keys of the texts in a language, sorted. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(texts.get(language).keySet());
    }

    /** Names of the places in a text, sorted. */
    public Set<String> places(Language language, String key) {
        return PLACE.matcher(texts.get(language).get(key))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String filled(MatchResult place, Map<String, ?> values) {
        Object value = values.get(place.group(1));
        return value == null ? place.group() : value.toString();
    }

    private static Map<String, String> read(Class<?> beside, String file) {
        Properties read = new Properties();
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no texts " + file + " beside " + beside.getName());
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty));
    }
}
