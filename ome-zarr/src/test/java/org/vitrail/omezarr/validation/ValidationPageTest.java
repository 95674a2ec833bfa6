package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ValidationPageTest {

    @Test
    void thePageNamesEachRuleInOrderWithItsSeverity() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/formats/validation.md")).stream()
                .filter(line -> line.matches("\\| [A-Z_]{4,} \\| .*"))
                .map(line -> line.split(" \\| ")[0] + " | " + line.split(" \\| ")[1])
                .toList();

        assertThat(rows)
                .isEqualTo(Arrays.stream(Rule.values())
                        .map(rule ->
                                "| " + rule + " | " + rule.severity().name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
