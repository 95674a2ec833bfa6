package org.vitrail.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.cli.Vitrail;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.language.Language;

class FromPlanCommandTest {
    private static final String PLAN = """
            {"dmp": {"dataset": [
              {"title": "Maize stems", "keyword": ["yes"], "dataset_id": {"identifier": "x", "type": "other"}},
              {"title": "Interviews"}]}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String plan, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), plan);
        String[] words = new String[options.length + 3];
        words[0] = "describe";
        words[1] = "from-dmp";
        words[2] = file.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Vitrail.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Test
    void descriptionIsPrintedAloneAndTheRestIsToldBesideIt() throws IOException {
        assertThat(run(PLAN, "--dataset", "Maize stems", "--language", "en")).isZero();
        Path yaml = Files.writeString(folder.resolve("dataset.yaml"), out.toString());
        assertThat(DescriptionReader.readYaml(yaml).title()).isEqualTo("Maize stems");
        assertThat(DescriptionReader.readYaml(yaml).keywords()).containsExactly("yes");
        assertThat(err.toString())
                .contains("Taken from the plan: title, keywords.", "  dataset[0].dataset_id: This is not taken");
    }

    @Test
    void plansThatForeseeSeveralAskForOne() throws IOException {
        assertThat(run(PLAN, "--language", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("plusieurs jeux de données\u202f: Maize stems; Interviews");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatIsNoPlanIsToldInOneLine() throws IOException {
        assertThat(run("<html>", "--language", "en")).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(1)
                .allMatch(line -> line.startsWith("plan.json: This is not well-formed"));
    }

    @Test
    void textsAreThereInBothLanguages() {
        assertThat(FromPlanCommand.texts(Language.FRENCH)).isEqualTo(FromPlanCommand.texts(Language.ENGLISH));
    }
}
