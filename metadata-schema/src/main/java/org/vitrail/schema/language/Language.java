package org.vitrail.schema.language;

import java.util.List;
import java.util.Locale;

/** The languages in which people are told what to do. English where nothing else was asked for. */
public enum Language {
    ENGLISH("en"),
    FRENCH("fr");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As in {@code Content-Language} and {@code lang}: BCP 47. */
    public String tag() {
        return tag;
    }

    /** The language of a locale; English where it is none of ours. */
    public static Language of(Locale locale) {
        return locale != null && locale.getLanguage().equals(FRENCH.tag) ? FRENCH : ENGLISH;
    }

    /**
     * The language to answer in.
     *
     * @param acceptLanguage value of that header (RFC 9110 §12.5.4); null, and what is no such value, mean English
     */
    public static Language ofHeader(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            List<Locale.LanguageRange> asked = Locale.LanguageRange.parse(acceptLanguage);
            Locale best = Locale.lookup(asked, List.of(Locale.ENGLISH, Locale.FRENCH));
            return of(best);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /**
     * The language of an environment, by POSIX: the first of {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} that is set,
     * as {@code fr_FR.UTF-8}.
     *
     * @param values in that order; null or empty where one is not set
     */
    public static Language ofEnvironment(String... values) {
        for (String value : values) {
            if (value != null && !value.isEmpty()) {
                String language = value.split("[_.@]", 2)[0];
                return of(Locale.forLanguageTag(language));
            }
        }
        return ENGLISH;
    }
}
