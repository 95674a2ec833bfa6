package org.vitrail.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.cli.Vitrail;
import org.vitrail.schema.language.Language;

class CheckCommandTest {
    private static final String GOOD = """
            title: Maize stem section, confocal
            description: One optical section of a maize stem, imaged by confocal laser scanning.
            creators: [{name: "Depositor, Demo", orcid: 0000-0002-1825-0097}]
            license: CC-BY-4.0
            organisms: [NCBITaxon:4577]
            imagingMethods: [FBbi:00000251]
            imageSets: [{name: stem section, images: [{files: [maize.tif]}]}]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void image() throws IOException {
        Files.write(folder.resolve("maize.tif"), new byte[1]);
    }

    private int check(String yaml, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("dataset.yaml"), yaml);
        String[] words = new String[options.length + 5];
        words[0] = "describe";
        words[1] = "check";
        words[2] = file.toString();
        words[3] = "--store";
        words[4] = folder.resolve("no ontologies").toString();
        System.arraycopy(options, 0, words, 5, options.length);
        return Vitrail.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Test
    void soundDescriptionIsToldItsScoreAndWhatWouldHelp() throws IOException {
        assertThat(check(GOOD, "--language", "en")).isZero();
        assertThat(out.toString())
                .contains("It can be submitted: no fault.", "Completeness: ", "  +14  terms: Add terms");
    }

    @Test
    void everyFaultIsPrintedWithPlaceAndRemedy() throws IOException {
        String bad = GOOD.replace("license: CC-BY-4.0\n", "").replace("FBbi:00000251", "NCBITaxon:4577");
        assertThat(check(bad, "--language", "en")).isEqualTo(1);
        assertThat(out.toString())
                .contains("2 faults", "  license: The data set has no license", "imagingMethods[0]: NCBITaxon:4577");
    }

    @Test
    void frenchIsPrintedWhenAsked() throws IOException {
        assertThat(check(GOOD.replace("CC-BY-4.0", "MIT"), "--language", "fr")).isEqualTo(1);
        assertThat(out.toString())
                .contains("1 faute.", "license\u202f: La licence «\u202fMIT\u202f» n’est pas acceptée", "Complétude");
    }

    @Test
    void missingFileIsNamed() throws IOException {
        assertThat(check(GOOD.replace("maize.tif", "rice.tif"), "--language", "en"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("imageSets[0].images[0].files[0]: There is no file \"rice.tif\".");
    }

    @Test
    void licenseOfTheNodeMayBeAdded() throws IOException {
        assertThat(check(GOOD.replace("CC-BY-4.0", "OGL-UK-3.0"), "--license", "OGL-UK-3.0"))
                .isZero();
    }

    @Test
    void whatCannotBeReadIsToldWithItsLine() throws IOException {
        assertThat(check(GOOD + "licence: none\n", "--language", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("dataset.yaml, ligne ", "licence\u202f: Le champ «\u202flicence\u202f»");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void languageIsOneOfOurs() throws IOException {
        assertThat(check(GOOD, "--language", "de")).isEqualTo(2);
        assertThat(err.toString()).contains("neither en nor fr");
    }

    @Test
    void textsAreThereInBothLanguages() {
        assertThat(DescriptionReport.texts(Language.FRENCH)).isEqualTo(DescriptionReport.texts(Language.ENGLISH));
    }
}
