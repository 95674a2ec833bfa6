package org.vitrail.schema.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is uploaded, the reader gives a description or says UnreadableDescription, and the validator always answers. */
class HostileDescriptionTest {
    private static final String YAML = """
            title: Maize stem section
            description: "One optical section of a maize stem"
            creators: [{name: "Depositor, Demo", orcid: 0000-0002-1825-0097}]
            license: CC-BY-4.0
            organisms: [NCBITaxon:4577, {label: moss}]
            publications: [{doi: 10.5281/zenodo.1}]
            access: open
            embargoUntil: 2027-01-31
            imageSets:
              - name: stem section
                images:
                  - files: [../a.tif]
                    axes: yx
                    pixelSizeMicrometer: {x: 0.5}
                    channels: [{name: DAPI, color: 0000FF}]
                    labels: [{file: cells.tif, name: cells}]
            """;
    private static final List<String> SPLINTERS = List.of(
            "~",
            "null",
            "[",
            "]",
            "{",
            "}",
            ":",
            "- ",
            "\t",
            "&a ",
            "*a",
            "!!some.Type ",
            "|",
            ">",
            "\n",
            "? ",
            "%YAML 9\n",
            "---\n",
            "...\n",
            "\"",
            "'",
            "#",
            ",",
            "1e400",
            ".nan",
            "\u0000",
            "😀",
            "<<: ",
            "true",
            "2027-13-45",
            "0x1F");

    private final DescriptionValidator validator = new DescriptionValidator(curie -> true, Set.of());

    @Test
    void mutatedDescriptionsAreReadOrRefused() {
        int refused = 0;
        for (long seed = 0; seed < 4000; seed++) {
            byte[] mutated = mutate(new Random(seed));
            try {
                DatasetDescription read = DescriptionReader.readYaml(new ByteArrayInputStream(mutated));
                assertThat(validator.validate(read))
                        .allMatch(fault -> !fault.remedy().isEmpty());
            } catch (UnreadableDescription e) {
                assertThat(e.getMessage()).doesNotContain("org.vitrail", "com.fasterxml", "java.");
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "seed " + seed + " let " + e + " out:\n" + new String(mutated, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(refused).isBetween(500, 3900);
    }

    private static byte[] mutate(Random random) {
        StringBuilder text = new StringBuilder(YAML);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            if (random.nextInt(3) > 0) {
                text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            } else {
                text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
