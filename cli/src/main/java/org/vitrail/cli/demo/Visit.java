package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.cli.demo.DemoReport.Harvest;
import org.vitrail.cli.demo.DemoReport.ReportedDataset;
import org.vitrail.cli.demo.DemoReport.Search;

/** What a visitor of the gateway must be able to do: find every data set, see its thumbnail, reach its landing page. */
final class Visit {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final GatewayClient gateway;
    private final Steps steps;
    private final JsonHttp http;

    Visit(GatewayClient gateway, Steps steps, JsonHttp http) {
        this.gateway = gateway;
        this.steps = steps;
        this.http = http;
    }

    /** Asks for a harvest and waits until every data set is found. */
    Optional<Harvest> harvest(List<DemoNode> nodes, List<ReportedDataset> expected) {
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        Optional<Harvest> harvest = steps.attempt("harvest into the gateway", () -> harvestAll(nodes, expected));
        if (harvest.isPresent()) {
            Map<String, JsonNode> hits = gateway.listDatasets();
            for (ReportedDataset dataset : expected) {
                look(dataset, hits.get(dataset.identifier()));
            }
        }
        return harvest;
    }

    /** Searches for the first words of a title. */
    Optional<Search> search(String title) {
        return steps.attempt("search", () -> {
            String[] words = title.replaceAll("[^\\p{L}\\p{N} ]", " ").trim().split("\\s+");
            String query = String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
            int total = gateway.count(query);
            if (total < 1) {
                throw new DemoFailed("The search for \"" + query + "\" found nothing");
            }
            return new Search(query, total);
        });
    }

    private Harvest harvestAll(List<DemoNode> nodes, List<ReportedDataset> expected) {
        long begun = System.nanoTime();
        int images =
                expected.stream().mapToInt(dataset -> dataset.images().size()).sum();
        nodes.forEach(node -> gateway.ping(node.name()));
        while (true) {
            Map<String, JsonNode> datasets = gateway.listDatasets();
            int found = gateway.listImages().size();
            boolean all = expected.stream().allMatch(dataset -> datasets.containsKey(dataset.identifier()));
            if (all && found >= images) {
                return new Harvest(datasets.size(), found, 0, seconds(begun));
            }
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                throw new DemoFailed("After " + LIMIT.toSeconds() + " s the gateway has " + datasets.size()
                        + " data sets and " + found + " images, expected " + expected.size() + " and " + images
                        + "; its nodes: " + gateway.nodes());
            }
            Pause.millis(300);
        }
    }

    private void look(ReportedDataset dataset, JsonNode hit) {
        steps.attempt("landing page and thumbnail of " + dataset.identifier(), () -> {
            URI page = URI.create(hit.path("landingPage").asText());
            if (!page.toString().equals(dataset.landingPage())) {
                throw new DemoFailed("The search names the landing page " + page + ", not " + dataset.landingPage());
            }
            int status = http.status(page);
            if (status != 200) {
                throw new DemoFailed("The landing page " + page + " answered " + status + ", expected 200");
            }
            URI thumbnail = URI.create(hit.path("thumbnail").asText());
            if (!isJpeg(http.bytes(thumbnail))) {
                throw new DemoFailed("The thumbnail " + thumbnail + " is no JPEG");
            }
            return true;
        });
    }

    private static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8 && (bytes[2] & 0xFF) == 0xFF;
    }

    private static double seconds(long begun) {
        return Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    }
}
