package org.vitrail.schema.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.SharedFiles;

class DescriptionReaderTest {
    private static DatasetDescription yaml(String text) {
        return DescriptionReader.readYaml(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancer-cell-migration", "maize-stem", "platynereis-nuclei", "u2os-cell-painting"})
    void realDescriptionsReadAndAreComplete(String set) {
        Path file = SharedFiles.path("samples/sets/" + set + "/dataset.yaml");
        DatasetDescription read = DescriptionReader.readYaml(file);
        assertThat(new DescriptionValidator(curie -> true, Set.of()).validate(read))
                .isEmpty();
        assertThat(read.imageSets().getFirst().images().getFirst().digest()).hasSize(64);
    }

    @Test
    void termsReadInEachForm() {
        DatasetDescription read =
                yaml("organisms: [NCBITaxon:4577, not-applicable, {label: a moss}, {id: 'NCBITaxon:1', label: root}]");
        assertThat(read.organisms())
                .containsExactly(
                        new TermReference("NCBITaxon:4577", null),
                        new TermReference(null, TermReference.NOT_APPLICABLE),
                        new TermReference(null, "a moss"),
                        new TermReference("NCBITaxon:1", "root"));
        assertThat(read.organisms().get(1).notApplicable()).isTrue();
        assertThat(read.organisms().get(2).toBeMapped()).isTrue();
    }

    @Test
    void scalarsThatLookLikeNumbersStayText() {
        DatasetDescription read =
                yaml("title: 2026\nimageSets: [{images: [{digest: 12e45, channels: [{color: 000000}]}]}]");
        ImageDescription image = read.imageSets().getFirst().images().getFirst();
        assertThat(read.title()).isEqualTo("2026");
        assertThat(image.digest()).isEqualTo("12e45");
        assertThat(image.channels().getFirst().color()).isEqualTo("000000");
    }

    @Test
    void jsonGoesOutAndComesBack() throws Exception {
        DatasetDescription read = yaml("title: é😀\naccess: metadataOnly\nembargoUntil: 2027-01-31\n"
                + "organisms: [not-applicable]\nimageSets: [{images: [{pixelSizeMicrometer: {x: 0.5}}]}]");
        byte[] json = SchemaJson.mapper().writeValueAsBytes(read);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains("\"metadataOnly\"", "\"2027-01-31\"")
                .doesNotContain("null", "notApplicable");
        assertThat(DescriptionReader.readJson(json)).isEqualTo(read);
        assertThat(read.embargoUntil()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(read.keywords()).isEqualTo(List.of());
    }

    @Test
    void laterFieldsAreIgnoredOutsideTheReaders() throws Exception {
        DatasetDescription read =
                SchemaJson.mapper().readValue("{\"title\":\"x\",\"novel\":1}", DatasetDescription.class);
        assertThat(read.title()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    title: a\\nlicence: CC-BY-4.0              | line 2       | licence        | license
                    imageSets: [{images: [{axis: yx}]}]        | line 1       | imageSets[0].images[0].axis | axes
                    creators: Dupont                           | creators     | list           | list
                    creators: [Dupont]                         | creators[0]  | name, organization | fields
                    access: public                             | access       | metadataOnly   | embargoed
                    embargoUntil: tomorrow                     | embargoUntil | date           | 2026-11-22
                    imageSets: [{images: [{pixelSizeMicrometer: {x: wide}}]}] | pixelSizeMicrometer.x | number | line 1
                    imageSets: [{images: [{pixelSizeMicrometer: {x: .inf}}]}] | pixelSizeMicrometer.x | number | line 1
                    organisms: [NCBITaxon: 4577]               | organisms[0] | unknown field  | id, label
                    organisms: [[a]]                           | organisms[0] | term           | CURIE
                    keywords: [a, ]\\nkeywords: [b]            | line 2       | repeated       | well-formed
                    keywords: [~]                              | keywords     | empty entry    | remove
                    title: [a                                  | line         | well-formed    | brackets
                    title: &x a\\ndescription: *x              | line 2       | alias          | quote
                    """)
    void whatCannotBeReadIsNamedWithPlaceAndRemedy(String text, String first, String second, String third) {
        assertThatThrownBy(() -> yaml(text.replace("\\n", "\n")))
                .isInstanceOf(UnreadableDescription.class)
                .hasMessageContaining(first)
                .hasMessageContaining(second)
                .hasMessageContaining(third);
    }

    @Test
    void aliasBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertThatThrownBy(() -> yaml(bomb.toString())).isInstanceOf(UnreadableDescription.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "just text", "[a, b]", "42", "--- {title: a}\n--- {title: b}"})
    void whatIsNoDescriptionIsRefused(String text) {
        assertThatThrownBy(() -> yaml(text)).isInstanceOf(UnreadableDescription.class);
    }

    @Test
    void deepNestingAndHugeTextAreRefused() {
        assertThatThrownBy(() -> yaml("title: " + "[".repeat(5000))).isInstanceOf(UnreadableDescription.class);
        assertThatThrownBy(() -> DescriptionReader.readJson(("{\"title\":" + "[".repeat(5000)).getBytes()))
                .isInstanceOf(UnreadableDescription.class);
        assertThatThrownBy(() -> DescriptionReader.readJson(new byte[DescriptionReader.MAX_BYTES + 1]))
                .hasMessageContaining("32 MiB");
    }

    @Test
    void otherEncodingsAreRefusedAndTheByteOrderMarkIsSkipped() {
        assertThatThrownBy(() -> DescriptionReader.readJson("{\"title\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("UTF-8");
        assertThat(yaml("\uFEFFtitle: maize").title()).isEqualTo("maize");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> DescriptionReader.readYaml(Path.of("no-such-folder", "dataset.yaml")))
                .isInstanceOf(UnreadableDescription.class)
                .hasMessageContaining("dataset.yaml");
    }
}
