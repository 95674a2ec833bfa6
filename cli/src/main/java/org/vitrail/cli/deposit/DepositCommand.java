package org.vitrail.cli.deposit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vitrail.cli.demo.DemoFailed;
import org.vitrail.cli.demo.DemoReport.Refusal;
import org.vitrail.cli.demo.Deposition;
import org.vitrail.cli.demo.JsonHttp;
import org.vitrail.cli.demo.NodeClient;
import org.vitrail.cli.demo.NodeRefused;
import org.vitrail.cli.demo.SampleSet;
import org.vitrail.cli.describe.DescriptionReport;
import org.vitrail.cli.describe.LanguageOption;
import org.vitrail.cli.ontology.StoreOption;
import org.vitrail.pixels.Printable;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.UnreadableDescription;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a draft of a dataset.yaml, sends its files, and submits it where asked to. */
@Command(
        name = "deposit",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a described data set to a node. The same again, after a break or a correction, goes on with the draft of that title.",
            "The access token is read from the environment: VITRAIL_TOKEN."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:sent", "1:refused, for reasons that are told", "2:cannot be read"})
public final class DepositCommand implements Callable<Integer> {
    private static final Wording TEXTS = new Wording(DepositCommand.class, "deposit");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a dataset.yaml, or the folder that holds it")
    private Path given;

    @Option(names = "--node", paramLabel = "URL", required = true, description = "address of the node")
    private URI node;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:VITRAIL_TOKEN}",
            hidden = true,
            description = "for tests; on a shared machine others see it")
    private String token;

    @Option(names = "--submit", description = "hand it to the curators once all images are converted")
    private boolean submit;

    @Option(
            names = "--license",
            paramLabel = "SPDX",
            description = "a license that the node accepts besides the usual ones")
    private Set<String> licenses = Set.of();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() throws IOException {
        if (token == null || token.isBlank()) {
            return refused("no-token", Map.of(), 2);
        }
        Path file = Files.isDirectory(given) ? given.resolve("dataset.yaml") : given;
        try {
            DescriptionReport report =
                    DescriptionReport.of(DescriptionReader.readYaml(file), file, store.table(), licenses);
            report.print(spec.commandLine().getOut(), language.language());
            return report.isSound() ? send(SampleSet.read(file)) : refused("not-sent", Map.of(), 1);
        } catch (UnreadableDescription e) {
            spec.commandLine().getErr().println(Printable.of(e.in(language.language())));
            return 2;
        } catch (NodeRefused | DemoFailed e) {
            return refused("refused", Map.of("reason", e.getMessage()), 1);
        }
    }

    private int send(SampleSet set) throws IOException {
        JsonHttp http = new JsonHttp(language.language().tag());
        NodeClient client = new NodeClient(node.getHost(), node, user -> token, http);
        Deposition deposition = new Deposition(client, set, http);
        Optional<JsonNode> before = deposition.findHandedIn();
        if (before.isPresent()) {
            String state = before.get().path("state").asText();
            say("handed-in", Map.of("id", before.get().path("id").asText(), "state", state));
            return state.equals("published") ? 1 : 0;
        }
        String id = deposition.depositAnew();
        say("sent", Map.of("id", id, "files", set.files().size(), "page", client.page(id)));
        if (!submit) {
            return 0;
        }
        List<Refusal> refusals = deposition.convert();
        for (Refusal refusal : refusals) {
            say("image-refused", Map.of("file", refusal.file(), "reason", refusal.reason()));
        }
        if (!refusals.isEmpty()) {
            return 1;
        }
        client.submit(id);
        say("submitted", Map.of("id", id));
        return 0;
    }

    private int refused(String key, Map<String, ?> values, int exitCode) {
        spec.commandLine().getErr().println(Printable.of(TEXTS.text(language.language(), key, values)));
        return exitCode;
    }

    private void say(String key, Map<String, ?> values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Printable.of(TEXTS.text(language.language(), key, values)));
        out.flush();
    }

    static Set<String> texts(Language language) {
        return TEXTS.keys(language);
    }
}
