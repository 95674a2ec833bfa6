package org.vitrail.node.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrail.schema.language.Language;

class CompletionTest {
    @Test
    void textsOfThePageAreThereInBothLanguages() {
        assertThat(Completion.texts(Language.FRENCH)).isEqualTo(Completion.texts(Language.ENGLISH));
        assertThat(Completion.text(Language.FRENCH, "help")).endsWith("\u202f:");
    }
}
