package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.cli.demo.DemoReport.Harvest;
import org.vitrail.cli.demo.DemoReport.Pixels;
import org.vitrail.cli.demo.DemoReport.Refusal;
import org.vitrail.cli.demo.DemoReport.ReportedDataset;
import org.vitrail.cli.demo.DemoReport.ReportedImage;
import org.vitrail.cli.demo.DemoReport.Search;
import org.vitrail.schema.dataset.UnreadableDescription;

/** The federation's main job: image sets go in at the nodes and come out of the gateway's search, pixel for pixel. */
public final class MainJob {

    private final Steps steps;
    private final JsonHttp http = new JsonHttp();
    private final List<ReportedDataset> datasets = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private Harvest harvest = new Harvest(0, 0, 0, 0);
    private Search search = new Search("", 0);

    public MainJob(Steps steps) {
        this.steps = steps;
    }

    /** Data sets go to the nodes in turn. */
    public void run(Federation federation, List<Path> descriptions) {
        LogIn logIn = new LogIn(federation.realm(), http, Clock.systemUTC());
        List<DemoNode> nodes = federation.nodes();
        List<Deposition> depositions = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            DemoNode node = nodes.get(i % nodes.size());
            NodeClient client = new NodeClient(node.name(), node.base(), logIn, http);
            deposit(client, descriptions.get(i)).ifPresent(depositions::add);
        }
        Map<String, Deposition> published = new LinkedHashMap<>();
        for (Deposition deposition : depositions) {
            publish(deposition).ifPresent(deposit -> {
                DemoNode node = nodes.stream()
                        .filter(each -> each.name().equals(deposition.node().name()))
                        .findFirst()
                        .orElseThrow();
                published.put(node.identifier(deposit.path("accession").asText()), deposition);
                readBack(node, deposition, deposit);
            });
        }
        Visit visit = new Visit(new GatewayClient(federation.gateway(), http), steps, http);
        visit.harvest(nodes, datasets).ifPresent(done -> harvest = done);
        published.values().stream()
                .findFirst()
                .flatMap(first -> visit.search(first.title()))
                .ifPresent(done -> search = done);
    }

    /** What happened so far. */
    public DemoReport report(Map<String, String> engines) {
        List<ReportedImage> images =
                datasets.stream().flatMap(dataset -> dataset.images().stream()).toList();
        boolean equal = !images.isEmpty() && images.stream().allMatch(ReportedImage::equal);
        return new DemoReport(
                equal && steps.allOk(),
                engines,
                steps.list(),
                datasets,
                refused,
                harvest,
                search,
                new Pixels(images.size(), equal));
    }

    private Optional<Deposition> deposit(NodeClient node, Path yaml) {
        String name = yaml.toAbsolutePath().getParent().getFileName().toString();
        return steps.attempt("deposit " + name + " at " + node.name(), () -> {
            try {
                Deposition deposition = new Deposition(node, SampleSet.read(yaml), http);
                deposition.deposit();
                return deposition;
            } catch (NodeRefused | UnreadableDescription reason) {
                refused.add(new Refusal(yaml.toString(), reason.getMessage()));
                return null;
            }
        });
    }

    private Optional<JsonNode> publish(Deposition deposition) {
        String title = deposition.title();
        Optional<List<Refusal>> converted = steps.attempt("convert \"" + shortened(title) + "\"", deposition::convert);
        if (converted.isEmpty() || !converted.get().isEmpty()) {
            converted.ifPresent(refused::addAll);
            return Optional.empty();
        }
        return steps.attempt("publish \"" + shortened(title) + "\"", () -> {
            try {
                return deposition.publish();
            } catch (NodeRefused reason) {
                refused.add(new Refusal(deposition.set().yaml().toString(), reason.getMessage()));
                return null;
            }
        });
    }

    private void readBack(DemoNode node, Deposition deposition, JsonNode deposit) {
        String accession = deposit.path("accession").asText();
        PixelCheck pixels = new PixelCheck(deposition);
        List<ReportedImage> images = new ArrayList<>();
        steps.attempt("read back \"" + shortened(deposition.title()) + "\"", () -> {
            images.addAll(pixels.check(deposit));
            pixels.requireEqual();
            return true;
        });
        String landingPage = deposition.node().landingPage(accession).toString();
        datasets.add(new ReportedDataset(node.identifier(accession), node.name(), landingPage, images));
    }

    private static String shortened(String title) {
        return title.length() <= 40 ? title : title.substring(0, 39) + "…";
    }
}
