package org.vitrail.cli.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.cli.Vitrail;
import org.vitrail.schema.language.Language;

/** What is refused before a node is asked; the rest is DepositCommandIT's. */
class DepositCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int deposit(String yaml, String token) throws IOException {
        Files.writeString(folder.resolve("dataset.yaml"), yaml);
        return Vitrail.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "deposit",
                        folder.toString(),
                        "--node",
                        "http://127.0.0.1:1",
                        "--token=" + token,
                        "--language=en");
    }

    @Test
    void faultsAreToldAndNothingIsSent() throws IOException {
        assertThat(deposit("title: Maize", "any")).isEqualTo(1);
        assertThat(out.toString()).contains("creators: The data set has no creator.", "Completeness: ");
        assertThat(err.toString()).contains("Nothing was sent.");
    }

    @Test
    void withoutTokenItIsToldWhereItBelongs() throws IOException {
        assertThat(deposit("title: Maize", "")).isEqualTo(2);
        assertThat(err.toString()).contains("VITRAIL_TOKEN");
    }

    @Test
    void whatCannotBeReadIsTold() throws IOException {
        assertThat(deposit("titel: Maize", "any")).isEqualTo(2);
        assertThat(err.toString()).contains("dataset.yaml, line ");
    }

    @Test
    void textsAreThereInBothLanguages() {
        assertThat(DepositCommand.texts(Language.FRENCH)).isEqualTo(DepositCommand.texts(Language.ENGLISH));
    }
}
