package org.vitrail.services.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** Runs one node with the two modules that Maven put together; stops it cleanly with the process. */
public final class ElasticsearchMain {

    private ElasticsearchMain() {}

    /** @param arguments folder of the modules, data folder, HTTP port, transport port */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath().getParent();
        Path data = Path.of(arguments[1]).toAbsolutePath();
        LogConfigurator.configureESLogging();
        Environment environment =
                new Environment(settings(home, data, arguments[2], arguments[3]), folder(data.resolve("config")));
        folder(environment.pluginsDir());
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of(),
                false);
        Node node = new Node(environment, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node)));
        node.start();
        Thread.currentThread().join();
    }

    private static Settings settings(Path home, Path data, String httpPort, String transportPort) throws IOException {
        return Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", folder(data.resolve("data")).toString())
                .put("path.logs", folder(data.resolve("logs")).toString())
                .put("cluster.name", "vitrail-local")
                .put("node.name", "local")
                .put("discovery.type", "single-node")
                .put("http.host", "127.0.0.1")
                .put("http.port", httpPort)
                .put("transport.host", "127.0.0.1")
                .put("transport.port", transportPort)
                .put("action.auto_create_index", false)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    private static void stop(Node node) {
        try {
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException failed) {
            System.err.println("Elasticsearch did not close: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
