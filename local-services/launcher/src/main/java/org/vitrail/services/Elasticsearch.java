package org.vitrail.services;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The running Elasticsearch: one node, its index data in its folder, no security (loopback interface only). */
final class Elasticsearch implements RunningEngine {

    private static final String MAIN = "org.vitrail.services.elasticsearch.ElasticsearchMain";

    private final ChildProcess process;
    private final URI address;
    private final LocalHttp http = new LocalHttp();

    private Elasticsearch(ChildProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Elasticsearch start(Place place) {
        Ports ports = place.ports();
        Ports.requireFree(ports.elasticsearch(), Engine.ELASTICSEARCH.title());
        Ports.requireFree(ports.elasticsearchTransport(), Engine.ELASTICSEARCH.title() + " (transport)");
        List<String> words = ChildCommand.tiedJava(
                place.home(),
                place.classPath(Engine.ELASTICSEARCH),
                List.of(
                        "-Xms512m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dlog4j2.disable.jmx=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector"),
                List.of(
                        MAIN,
                        place.home().engine(Engine.ELASTICSEARCH, "modules").toString(),
                        place.folder(Engine.ELASTICSEARCH).toString(),
                        Integer.toString(ports.elasticsearch()),
                        Integer.toString(ports.elasticsearchTransport())));
        ChildCommand command = new ChildCommand(
                Engine.ELASTICSEARCH.title(),
                words,
                Map.of(),
                place.folder(Engine.ELASTICSEARCH),
                place.log(Engine.ELASTICSEARCH));
        Elasticsearch started =
                new Elasticsearch(ChildProcess.start(command), URI.create("http://localhost:" + ports.elasticsearch()));
        return RunningEngine.ready(started, started::isGreen, Duration.ofSeconds(120));
    }

    URI address() {
        return address;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public String version() {
        return http.json(address).path("version").path("number").asText("unknown");
    }

    private boolean isGreen() {
        URI health = address.resolve("/_cluster/health?wait_for_status=green&timeout=1s");
        return http.json(health).path("status").asText().equals("green");
    }
}
