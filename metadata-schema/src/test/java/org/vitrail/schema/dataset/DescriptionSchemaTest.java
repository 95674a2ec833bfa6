package org.vitrail.schema.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema takes what reader and validator take, and refuses what they refuse. */
class DescriptionSchemaTest {
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(DescriptionSchema.write());
    private final DescriptionValidator validator = new DescriptionValidator(curie -> true, Set.of());

    private Set<ValidationMessage> refused(JsonNode document) {
        return schema.validate(document.toString(), InputFormat.JSON);
    }

    private boolean taken(JsonNode document) {
        try {
            byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
            return validator.validate(DescriptionReader.readJson(json)).isEmpty();
        } catch (UnreadableDescription e) {
            return false;
        }
    }

    private static JsonNode yaml(String text) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    title: Maize            | title: Maize and more
                    access: open            | access: restricted
                    access: open            | access: embargoed¶embargoUntil: 2027-01-31
                    organisms: [NCBITaxon:4577] | organisms: [not-applicable]
                    organisms: [NCBITaxon:4577] | organisms: [{id: NCBITaxon:4577, label: Zea mays}]
                    funderId: 00rbzpz17     | funderId: https://doi.org/10.13039/501100001665
                    pid: 21.11157/demo      | pid: https://doi.org/10.5442/ni000001
                    [1, 0, 5, 0, 1, -3.5]   | []
                    immersion: oil          | immersion: waterDipping
                    split: train            | split: validation
                    """)
    void whatIsTakenByTheValidatorIsTakenByTheSchema(String part, String other) throws IOException {
        assertThat(DescriptionValidatorTest.COMPLETE).contains(part);
        JsonNode document = yaml(DescriptionValidatorTest.COMPLETE.replace(part, other.replace("¶", "\n")));
        assertThat(taken(document)).isTrue();
        assertThat(refused(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    title: Maize stem section, confocal | title: abcd
                    description: One optical    | summary: One optical
                    license: CC-BY-4.0          | license: ""
                    name: "Depositor, Demo"     | affiliation: nowhere
                    0000-0002-1825-0097         | 1825-0097
                    organisms: [NCBITaxon:4577] | organisms: [maize]
                    organisms: [NCBITaxon:4577] | organisms: []
                    organisms: [NCBITaxon:4577] | organisms: [{label: " "}]
                    keywords: [stem]            | keywords: [""]
                    keywords: [stem]            | keywords: stem
                    doi: 10.5281/zenodo.5206107 | doi: zenodo.5206107
                    doi: 10.5281/zenodo.5206107 | url: file:///etc/passwd
                    relation: IsDerivedFrom     | relation: isDerivedFrom
                    {doi: 10.5281/zenodo.5206107, relation: IsDerivedFrom} | {relation: IsDerivedFrom}
                    funder: Demo funder, funderId: 00rbzpz17, | awardTitle: a,
                    funderId: 00rbzpz17         | funderId: 10.5281/zenodo.1
                    communities: [plant-imaging] | communities: [Plants]
                    plans: [https://example.org/plans/1] | plans: [none]
                    access: open                | access: closed
                    access: open                | access: embargoed
                    access: open                | embargoUntil: 2027-01-31
                    endDate: 2026-06-30         | endDate: in June
                    value: "21"                 | term: NCBITaxon:4577
                    experimentalStatus: control | experimentalStatus: sham
                    pid: 21.11157/demo          | pid: C-1
                    RRID:SCR_024687             | SCR_024687
                    magnification: 40           | magnification: 0
                    numericalAperture: 1.3      | numericalAperture: 2.1
                    immersion: oil              | immersion: beer
                    [1, 0, 5, 0, 1, -3.5]       | [1, 0, 5]
                    url: https://example.org/}  | url: none}
                    excitationNanometer: 405    | excitationNanometer: 99
                    excitationNanometer: 405    | wavelength: 405
                    split: train                | split: half
                    files: [b.tif, c.tif]       | files: []
                    files: [b.tif, c.tif]       | files: [/etc/passwd]
                    files: [b.tif, c.tif]       | files: [https://x.org/a.tif]
                    files: [b.tif, c.tif]       | files: [a/]
                    axes: yx                    | axes: yyx
                    axes: yx                    | axes: zc
                    {x: 0.5, y: 0.5}            | {x: 0.5, y: -1}
                    color: 0000FF               | color: blue
                    cells.tif, name: cells      | cells.tif, name: ../cells
                    digest: 1ea7                | digest: 1EA7
                    """)
    void whatIsRefusedByTheValidatorIsRefusedByTheSchema(String part, String wrong) throws IOException {
        assertThat(DescriptionValidatorTest.COMPLETE).contains(part);
        JsonNode document = yaml(DescriptionValidatorTest.COMPLETE.replace(part, wrong));
        assertThat(taken(document)).isFalse();
        assertThat(refused(document)).isNotEmpty();
    }

    @Test
    void everyFieldHasAMeaningAndEveryMeaningAField() {
        Set<String> fields = new TreeSet<>();
        collect(DatasetDescription.class, fields);
        assertThat(DescriptionSchema.meanings().stringPropertyNames()).isEqualTo(fields);
    }

    @Test
    void everyFieldIsDocumented() throws IOException {
        String documented = Files.readString(Path.of("../docs/metadata-model.md"));
        DescriptionSchema.meanings().forEach((key, meaning) -> {
            String field = key.toString().substring(key.toString().indexOf('.') + 1);
            assertThat(documented).contains("| `" + field + "` | " + meaning + " |");
        });
    }

    private static void collect(Class<? extends Record> type, Set<String> fields) {
        for (RecordForm.Field field : RecordForm.of(type).fields()) {
            fields.add(type.getSimpleName() + "." + field.name());
            if (field.isRecord() && field.kind() != RecordForm.Kind.TERM) {
                collect(field.type().asSubclass(Record.class), fields);
            }
        }
    }
}
