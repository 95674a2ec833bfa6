package org.vitrail.schema.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionValidatorTest {
    private static final String COMPLETE = """
            title: Maize stem section, confocal
            description: One optical section of a maize stem, imaged by confocal laser scanning.
            creators: [{name: "Depositor, Demo", orcid: 0000-0002-1825-0097, ror: 04wxnsj81}]
            license: CC-BY-4.0
            organisms: [NCBITaxon:4577]
            imagingMethods: [FBbi:00000251, {label: a method of our own}]
            terms: []
            keywords: [stem]
            publications: [{doi: 10.5281/zenodo.5206107, relation: IsDerivedFrom}]
            access: open
            funding: [{funder: Demo funder, funderId: 00rbzpz17, awardNumber: "1", awardUri: https://example.org/1}]
            communities: [plant-imaging]
            plans: [https://example.org/plans/1]
            imageSets:
              - name: stem section
                images:
                  - files: [../../maize.tif]
                    name: stem
                    axes: yx
                    pixelSizeMicrometer: {x: 0.5, y: 0.5}
                    channels: [{name: DAPI, color: 0000FF}]
                    labels: [{file: labels/cells.tif, name: cells}]
                    digest: 1ea72a7c5ff906aa4c8ff57550a9630d17636e531d7642e487c9397366f4fef3
                  - files: [b.tif, c.tif]
                    name: another
            """;

    private final DescriptionValidator validator =
            new DescriptionValidator(Set.of("NCBITaxon:4577", "FBbi:00000251")::contains, Set.of("OGL-UK-3.0"));

    private List<Fault> faults(String yaml) {
        return validator.validate(
                DescriptionReader.readYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void completeDescriptionHasNoFault() {
        assertThat(faults(COMPLETE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    title: Maize stem section, confocal | title: abcd             | title
                    title: Maize stem section, confocal | title: "     "           | title
                    license: CC-BY-4.0                  | license: CC-BY-NC-4.0   | license
                    license: CC-BY-4.0                  | keywords2: []           | license
                    name: "Depositor, Demo"             | affiliation: nowhere    | creators[0]
                    name: "Depositor, Demo"             | name: a, organization: b | creators[0]
                    0000-0002-1825-0097                 | 0000-0002-1825-0090     | creators[0].orcid
                    ror: 04wxnsj81                      | ror: 04wxnsj80          | creators[0].ror
                    organisms: [NCBITaxon:4577]         | organisms: []           | organisms
                    organisms: [NCBITaxon:4577]         | organisms: [NCBITaxon:1] | organisms[0]
                    organisms: [NCBITaxon:4577]         | organisms: [maize]      | organisms[0]
                    organisms: [NCBITaxon:4577]         | organisms: [{label: " "}] | organisms[0]
                    organisms: [NCBITaxon:4577]         | organisms: [NCBITaxon:4577, not-applicable] | organisms
                    imagingMethods: [FBbi:00000251,     | imagingMethods: [not-applicable, | imagingMethods
                    keywords: [stem]                    | keywords: [""]          | keywords[0]
                    doi: 10.5281/zenodo.5206107         | doi: https://doi.org/10.5281/zenodo.5206107 | publications[0].doi
                    doi: 10.5281/zenodo.5206107         | url: file:///etc/passwd | publications[0].url
                    doi: 10.5281/zenodo.5206107         | url: "https://x.org/?a=[1]" | publications[0].url
                    relation: IsDerivedFrom             | relation: isDerivedFrom | publications[0].relation
                    {doi: 10.5281/zenodo.5206107, relation: IsDerivedFrom} | {relation: IsDerivedFrom} | publications[0]
                    funder: Demo funder, funderId: 00rbzpz17, | awardTitle: a,    | funding[0]
                    funderId: 00rbzpz17                 | funderId: 00rbzpz18     | funding[0].funderId
                    funderId: 00rbzpz17                 | funderId: 10.5281/zenodo.1 | funding[0].funderId
                    awardUri: https://example.org/1     | awardUri: "1"           | funding[0].awardUri
                    communities: [plant-imaging]        | communities: [Plants]   | communities[0]
                    communities: [plant-imaging]        | communities: [a]        | communities[0]
                    plans: [https://example.org/plans/1] | plans: [none]          | plans[0]
                    access: open                        | access: embargoed       | embargoUntil
                    access: open                        | embargoUntil: 2027-01-31 | embargoUntil
                    name: stem section                  | name: a¶    license: MIT | imageSets[0].license
                    name: stem section                  | name: ""                | imageSets[0].name
                    name: another                       | name: stem              | imageSets[0].images[1].name
                    files: [b.tif, c.tif]               | files: []               | imageSets[0].images[1].files
                    files: [b.tif, c.tif]               | files: [b.tif, b.tif]   | imageSets[0].images[1].files[1]
                    files: [b.tif, c.tif]               | files: [../../maize.tif] | imageSets[0].images[1].files[0]
                    files: [b.tif, c.tif]               | files: [/etc/passwd]    | imageSets[0].images[1].files[0]
                    files: [b.tif, c.tif]               | files: ['C:\\a.tif']    | imageSets[0].images[1].files[0]
                    files: [b.tif, c.tif]               | files: ['a\\b.tif']     | imageSets[0].images[1].files[0]
                    files: [b.tif, c.tif]               | files: ["a\\u0000.tif"] | imageSets[0].images[1].files[0]
                    files: [b.tif, c.tif]               | files: [""]             | imageSets[0].images[1].files[0]
                    files: [b.tif, c.tif]               | files: [https://x.org/a.tif] | imageSets[0].images[1].files[0]
                    axes: yx                            | axes: xy?               | imageSets[0].images[0].axes
                    axes: yx                            | axes: zz                | imageSets[0].images[0].axes
                    axes: yx                            | axes: yyx               | imageSets[0].images[0].axes
                    {x: 0.5, y: 0.5}                    | {x: 0.5, y: -1}         | imageSets[0].images[0].pixelSizeMicrometer.y
                    {x: 0.5, y: 0.5}                    | {x: 1e999, y: 0.5}       | imageSets[0].images[0].pixelSizeMicrometer.x
                    color: 0000FF                       | color: blue             | imageSets[0].images[0].channels[0].color
                    labels/cells.tif, name: cells       | labels/cells.tif, name: ../cells | imageSets[0].images[0].labels[0].name
                    digest: 1ea7                        | digest: 1EA7            | imageSets[0].images[0].digest
                    """)
    void faultNamesItsPlaceAndARemedy(String right, String wrong, String path) {
        assertThat(COMPLETE).contains(right);
        String yaml = COMPLETE.replace(right, wrong.replace("¶", "\n")).replace("keywords2: []", "");
        assertThat(faults(yaml)).hasSize(1).allSatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.message()).endsWith(".");
            assertThat(fault.remedy()).endsWith(".");
        });
    }

    /** They would go into every page, list and harvest. */
    @Test
    void whatNobodyReadsIsTooLong() {
        assertThat(faults(COMPLETE.replace("keywords: [stem]", "keywords: [" + "k, ".repeat(200) + "k]")))
                .extracting(Fault::path)
                .containsExactly("keywords");
        assertThat(faults(COMPLETE.replace("keywords: [stem]", "keywords: [" + "k".repeat(201) + "]")))
                .extracting(Fault::path)
                .containsExactly("keywords[0]");
        assertThat(faults(COMPLETE.replaceFirst("description: [^\\n]*", "description: " + "d".repeat(50_001))))
                .extracting(Fault::path)
                .containsExactly("description");
    }

    @Test
    void allFaultsAreCollected() {
        assertThat(faults("title: x"))
                .extracting(Fault::path)
                .containsExactly(
                        "title", "description", "creators", "license", "organisms", "imagingMethods", "imageSets");
    }

    @Test
    void titleIsCountedInCharacters() {
        assertThat(faults(COMPLETE.replace("Maize stem section, confocal", "😀".repeat(300))))
                .isEmpty();
        assertThat(faults(COMPLETE.replace("Maize stem section, confocal", "😀".repeat(301))))
                .hasSize(1);
    }

    @Test
    void organismMayStandOnEveryImageSetInstead() {
        String moved = COMPLETE.replace("organisms: [NCBITaxon:4577]\n", "")
                .replace("  - name: stem section", "  - name: stem section\n    organisms: [NCBITaxon:4577]");
        assertThat(faults(moved)).isEmpty();
    }

    @Test
    void nodesOwnLicenseIsAcceptedAndOffered() {
        assertThat(faults(COMPLETE.replace("CC-BY-4.0", "OGL-UK-3.0"))).isEmpty();
        assertThat(faults(COMPLETE.replace("CC-BY-4.0", "MIT")).getFirst().remedy())
                .contains("CC0-1.0", "etalab-2.0", "OGL-UK-3.0");
    }
}
