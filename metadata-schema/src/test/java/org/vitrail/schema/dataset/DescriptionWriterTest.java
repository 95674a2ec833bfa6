package org.vitrail.schema.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.SharedFiles;

class DescriptionWriterTest {
    private static DatasetDescription read(String yaml) {
        return DescriptionReader.readYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancer-cell-migration", "maize-stem", "platynereis-nuclei", "u2os-cell-painting"})
    void realDescriptionsAreReadAgainAsTheSame(String set) {
        DatasetDescription real = DescriptionReader.readYaml(SharedFiles.path("samples/sets/" + set + "/dataset.yaml"));
        assertThat(read(DescriptionWriter.yaml(real))).isEqualTo(real);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "no",
                "~",
                "null",
                "1e5",
                "007",
                "0x1F",
                "2026-11-27",
                "a: b",
                "- a",
                "[a",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "#a",
                "a #b",
                "'a",
                "\"a",
                "a\nb",
                " a ",
                "é😀",
                "\u0007",
                "\u2028",
                "<script>",
                "{a}",
                "|",
                ">",
                ""
            })
    void anyTextIsReadAgainAsTheSame(String text) {
        DatasetDescription described = read("imageSets: [{name: x, images: [{files: [a.tif]}]}]")
                .withImageSets(java.util.List.of(ImageSet.listed(
                        text,
                        java.util.List.of(new TermReference(null, text + "x")),
                        java.util.List.of(TermReference.of("FBbi:1")),
                        java.util.List.of(),
                        java.util.List.of())));
        assertThat(read(DescriptionWriter.yaml(described))).isEqualTo(described);
    }

    @Test
    void onlyWhatIsGivenIsWritten() {
        assertThat(DescriptionWriter.yaml(read("title: Maize stem\naccess: open\nembargoUntil: 2027-01-31")))
                .isEqualTo("title: Maize stem\naccess: open\nembargoUntil: 2027-01-31\n");
    }
}
