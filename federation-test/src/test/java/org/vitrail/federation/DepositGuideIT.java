package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The commands of {@code docs/deposit-guide.md} are run as they stand there, only at the addresses of the test's federation. */
class DepositGuideIT {

    @Test
    void everyCommandOfTheGuideWorksInItsOrder() throws Exception {
        assumeTrue(Shell.works(List.of("jq", "--version")), "jq is absent: apt-get install jq");
        assumeTrue(
                Shell.works(List.of("python3", "-c", "import yaml")),
                "Python's yaml is absent: apt-get install python3-yaml");
        var federation = RunningFederation.get();
        String guide = Files.readString(ProjectHome.path().resolve("docs/deposit-guide.md"));
        Path folder = federation.newFolder("deposit-guide");
        Files.writeString(folder.resolve("dataset.yaml"), blocks(guide, "yaml"));
        draw(folder.resolve("maize.tif"), 251);
        draw(folder.resolve("maize_labels.tif"), 7);
        String commands = blocks(guide, "bash")
                .replace("http://localhost:8081", federation.node("nantes").toString())
                .replace(
                        "http://localhost:8180/realms/vitrail",
                        federation.realm().toString());

        Shell.Result result = Shell.run(folder, List.of("timeout", "300", "bash", "-eu", "-c", commands));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("\"state\": \"submitted\"", "\"keywords\"", "\"version\": 2", "\"state\": \"withdrawn\"");
        var withdrawn = Pattern.compile("\"accession\": \"(\\w+)\",\\s+\"state\": \"withdrawn\"")
                .matcher(result.output());
        assertThat(withdrawn.find()).isTrue();
        KillIT.await("the gateway drops it", () -> {
            federation.gateway().ping("nantes");
            return federation.identifiersInGateway("datasets").stream()
                    .noneMatch(identifier -> identifier.endsWith(withdrawn.group(1)));
        });
    }

    private static String blocks(String text, String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(text)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    private static void draw(Path file, int period) throws IOException {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 320 * 240; i++) {
            image.getRaster().setSample(i % 320, i / 320, 0, i % period);
        }
        assertThat(ImageIO.write(image, "tiff", file.toFile())).isTrue();
    }
}
