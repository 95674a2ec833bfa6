package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrail.cli.demo.DemoReport.Refusal;

/**
 * The way of one data set through a node: deposited, converted, submitted, accepted, published. Each step looks at the state
 * first, so that a demo that was stopped goes on where it was, and one that is started again deposits nothing twice.
 */
public final class Deposition {

    private static final Duration CONVERSION = Duration.ofMinutes(10);
    private static final Duration PUBLICATION = Duration.ofMinutes(5);
    private static final Set<String> SETTLED = Set.of("converted", "refused");

    private final NodeClient node;
    private final SampleSet set;
    private final JsonHttp http;
    private String id;

    public Deposition(NodeClient node, SampleSet set, JsonHttp http) {
        this.node = node;
        this.set = set;
        this.http = http;
    }

    public String title() {
        return set.description().title();
    }

    public NodeClient node() {
        return node;
    }

    public SampleSet set() {
        return set;
    }

    /** Makes the draft, or finds the one of before, and sends the files; the node begins to convert at once. */
    public String deposit() throws IOException {
        return send(node.findOwn(title()).orElseGet(() -> node.create(set.description())));
    }

    /** An own deposit of the same title that is no draft any more, and so takes no more files. */
    public Optional<JsonNode> findHandedIn() {
        return node.findOwn(title()).filter(found -> !state(found).equals("draft"));
    }

    /** Makes the draft, or gives the one of before the description as it is now, and sends the files that are not there yet. */
    public String depositAnew() throws IOException {
        Optional<JsonNode> draft =
                node.findOwn(title()).filter(found -> state(found).equals("draft"));
        return send(draft.map(found -> node.replace(found, set.description()))
                .orElseGet(() -> node.create(set.description())));
    }

    private String send(JsonNode deposit) throws IOException {
        id = deposit.path("id").asText();
        if (state(deposit).equals("draft")) {
            new Upload(node, http).send(id, set.files());
        }
        return id;
    }

    /** Waits until every image is converted or refused. */
    public List<Refusal> convert() {
        JsonNode deposit = await(CONVERSION, "conversion", now -> {
            JsonNode images = now.path("images");
            return images.size() >= imageCount() && all(images, image -> SETTLED.contains(state(image)));
        });
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode image : deposit.path("images")) {
            if (state(image).equals("refused")) {
                String file = set.image(
                                image.path("imageSet").asInt(),
                                image.path("image").asInt())
                        .files()
                        .getFirst();
                refusals.add(new Refusal(file, image.path("reason").asText("no reason given")));
            }
        }
        return refusals;
    }

    /** Hands it to the curator, who accepts it, and waits until it is published. */
    public JsonNode publish() {
        if (state(node.deposit(id)).equals("draft")) {
            node.submit(id);
        }
        if (state(node.deposit(id)).equals("submitted")) {
            node.accept(id);
        }
        return await(PUBLICATION, "publication", deposit -> state(deposit).equals("published"));
    }

    private JsonNode await(Duration limit, String what, Predicate<JsonNode> reached) {
        long deadline = System.nanoTime() + limit.toNanos();
        JsonNode deposit = node.deposit(id);
        while (!reached.test(deposit)) {
            if (System.nanoTime() > deadline) {
                throw new DemoFailed("No " + what + " of \"" + title() + "\" on " + node.name() + " within "
                        + limit.toMinutes() + " min; its state is " + deposit);
            }
            Pause.millis(250);
            deposit = node.deposit(id);
        }
        return deposit;
    }

    private int imageCount() {
        return set.description().imageSets().stream()
                .mapToInt(imageSet -> imageSet.images().size())
                .sum();
    }

    private static boolean all(JsonNode array, Predicate<JsonNode> condition) {
        for (JsonNode element : array) {
            if (!condition.test(element)) {
                return false;
            }
        }
        return true;
    }

    private static String state(JsonNode node) {
        return node.path("state").asText();
    }
}
