package org.vitrail.schema.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr                          | FRENCH
            fr-CA, en;q=0.5             | FRENCH
            FR                          | FRENCH
            en;q=0.4, fr;q=0.8          | FRENCH
            en-GB, fr;q=0.8             | ENGLISH
            de, fr;q=0.3                | FRENCH
            de                          | ENGLISH
            *                           | ENGLISH
            fr;q=0                      | ENGLISH
            fr;q=nonsense               | ENGLISH
            <script>                    | ENGLISH
            ''                          | ENGLISH
            """)
    void headerChoosesWhatItPrefersOfOurs(String header, Language expected) {
        assertThat(Language.ofHeader(header)).isEqualTo(expected);
    }

    @Test
    void nothingAskedMeansEnglish() {
        assertThat(Language.ofHeader(null)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(null)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Locale.CANADA_FRENCH)).isEqualTo(Language.FRENCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -       | -     | fr_FR.UTF-8 | FRENCH
            ''      | -     | fr          | FRENCH
            C.UTF-8 | fr_FR | fr_FR       | ENGLISH
            -       | fr@euro | en_US     | FRENCH
            -       | -     | -           | ENGLISH
            """)
    void environmentChoosesByItsFirstSetVariable(String all, String messages, String lang, Language expected) {
        assertThat(Language.ofEnvironment(all, messages, lang)).isEqualTo(expected);
    }
}
