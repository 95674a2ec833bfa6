package org.vitrail.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.services.Database;

/** How an application is configured: settings as system properties, secrets by environment, where no process list shows them. */
final class ApplicationSettings {

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();

    ApplicationSettings set(String key, Object value) {
        properties.put(key, value.toString());
        return this;
    }

    ApplicationSettings secret(String variable, String value) {
        secrets.put(variable, value);
        return this;
    }

    ApplicationSettings listenOn(int port) {
        return set("quarkus.http.host", "127.0.0.1").set("quarkus.http.port", port);
    }

    ApplicationSettings database(Database database) {
        return set("quarkus.datasource.jdbc.url", database.jdbcUrl())
                .set("quarkus.datasource.username", database.user())
                .secret("QUARKUS_DATASOURCE_PASSWORD", database.password());
    }

    /** Options of the JVM: a small heap, and the settings. */
    List<String> options(String heap) {
        List<String> options =
                new ArrayList<>(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        properties.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return options;
    }

    Map<String, String> environment() {
        return Map.copyOf(secrets);
    }
}
