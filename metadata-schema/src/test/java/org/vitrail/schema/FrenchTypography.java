package org.vitrail.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What French texts keep to: narrow no-break spaces at double marks and guillemets, curved apostrophes, no English words. */
public final class FrenchTypography {
    private static final Pattern YAML = Pattern.compile("\\{[a-z]+: [^}]*}");
    private static final Pattern BARE_MARK = Pattern.compile("(?<!\u202f)[;:?!](?=\\s|$)|(?<!\u202f)»|«(?!\u202f)");
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|this|is|are|has|give|use|write|choose|with|your|here|and|or one|not(?!-))\\b");

    private FrenchTypography() {}

    /** Fails when the text breaks a rule; examples of YAML in it are left out. */
    public static void check(String text) {
        String words = YAML.matcher(text).replaceAll("");
        assertThat(BARE_MARK.matcher(words).find()).as("marks of: %s", text).isFalse();
        assertThat(words).as("apostrophes and quotes").doesNotContain("'", "\"");
        assertThat(ENGLISH.matcher(words).results().map(found -> found.group()))
                .as("English in: %s", text)
                .isEmpty();
    }
}
