package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vitrail.cli.Vitrail;
import org.vitrail.cli.demo.NodeClient;

/** {@code ./vitrail deposit} against a real node. */
class DepositCommandIT {
    private static final String DESCRIPTION = """
            title: Deposited by the command line
            description: One drawn image of a gradient, described in a file and listed in a table.
            creators: [{name: "Depositor, Demo", orcid: 0000-0002-1825-0097}]
            license: CC-BY-4.0
            organisms: [NCBITaxon:4577]
            imagingMethods: [FBbi:00000251]
            imageSets: [{name: drawn, fileList: images.csv}]
            """;

    private final RunningFederation federation = RunningFederation.get();
    private final NodeClient node = federation.client("nantes");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int deposit(Path folder, String... options) {
        String[] words = new String[options.length + 5];
        words[0] = "deposit";
        words[1] = folder.toString();
        words[2] = "--node";
        words[3] = federation.node("nantes").toString();
        words[4] = "--token=" + federation.token(NodeClient.DEPOSITOR, "nantes");
        System.arraycopy(options, 0, words, 5, options.length);
        return Vitrail.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Test
    void describedFolderIsSentCorrectedAndSubmitted() throws Exception {
        Path folder = federation.newFolder("deposit-command");
        Files.writeString(folder.resolve("dataset.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("images.csv"), "files,name\ngradient.png,gradient\n");
        assertThat(deposit(folder, "--language", "fr")).isEqualTo(1);
        assertThat(out.toString()).contains("Le fichier «\u202fgradient.png\u202f» n’existe pas.");
        assertThat(err.toString()).contains("Rien n’a été envoyé.");

        draw(folder.resolve("gradient.png"));
        assertThat(deposit(folder)).as(err.toString()).isZero();
        JsonNode draft = node.findOwn("Deposited by the command line").orElseThrow();
        assertThat(draft.path("state").asText()).isEqualTo("draft");

        Files.writeString(folder.resolve("dataset.yaml"), DESCRIPTION + "keywords: [gradient]\n");
        assertThat(deposit(folder, "--submit", "--language", "en"))
                .as(err.toString())
                .isZero();
        JsonNode submitted = node.deposit(draft.path("id").asText());
        assertThat(submitted.path("state").asText()).isEqualTo("submitted");
        assertThat(submitted.path("description").path("keywords").path(0).asText())
                .isEqualTo("gradient");
        assertThat(out.toString()).contains("was handed to the curators");
    }

    private static void draw(Path file) throws IOException {
        var image = new BufferedImage(128, 128, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 128 * 128; i++) {
            image.getRaster().setSample(i % 128, i / 128, 0, i % 128);
        }
        assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    }
}
