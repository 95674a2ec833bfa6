package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vitrail.omezarr.MemoryZarrStore;

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

    @Test
    void theExampleOnThePageIsWhatIsPrinted() throws IOException {
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putImage(store, "", true);
        Hierarchies.change(store, "zarr.json", "/attributes/ome/multiscales/0/datasets/-", """
                {"path": "1", "coordinateTransformations": [{"type": "scale", "scale": [2, 2]}]}""");

        Validation.Checked checked = Hierarchies.checked(store);

        assertThat(checked.findings()).hasSize(1);
        assertThat(Files.readAllLines(Path.of("../docs/formats/validation.md")))
                .contains(checked.findings().get(0).toString());
    }
}
