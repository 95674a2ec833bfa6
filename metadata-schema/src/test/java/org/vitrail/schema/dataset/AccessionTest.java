package org.vitrail.schema.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class AccessionTest {
    @Test
    void checkCharacterFollowsTheContract() {
        assertThat(Accession.checkCharacter("000000000")).isEqualTo('0');
        assertThat(Accession.checkCharacter("100000000")).isEqualTo('1');
        // 1·1 + 2·1 + … + 9·1 = 45, and 45 mod 31 = 14, the fifteenth character
        assertThat(Accession.checkCharacter("111111111")).isEqualTo('e');
        // 9·31 = 279 = 9·31, remainder 0
        assertThat(Accession.checkCharacter("00000000z")).isEqualTo('0');
    }

    @Test
    void mintedAccessionsAreValidAndDiffer() {
        SecureRandom random = new SecureRandom();
        String first = Accession.mint(random);
        assertThat(first).matches("[0-9a-hjkmnp-tv-z]{10}").isNotEqualTo(Accession.mint(random));
        for (int i = 0; i < 1000; i++) {
            assertThat(Accession.isValid(Accession.mint(random))).isTrue();
        }
    }

    @Test
    void mistypedAccessionsAreRefused() {
        String valid = "11111111" + "1e";
        assertThat(Accession.isValid(valid)).isTrue();
        assertThat(Accession.isValid("121111111e")).isFalse();
        assertThat(Accession.isValid("11111111ie")).isFalse();
        assertThat(Accession.isValid(valid.toUpperCase(java.util.Locale.ROOT))).isFalse();
        assertThat(Accession.isValid("111111111")).isFalse();
        assertThat(Accession.isValid(null)).isFalse();
        assertThatThrownBy(() -> Accession.checkCharacter("short")).isInstanceOf(IllegalArgumentException.class);
    }
}
