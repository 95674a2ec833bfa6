package org.vitrail.node;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.vitrail.services.Database;
import org.vitrail.services.KeycloakRealm;
import org.vitrail.services.S3Endpoint;
import org.vitrail.services.TestServices;

/** Gives a node under test real engines: PostgreSQL, S3, Keycloak. They stop with the JVM. */
public final class NodeEngines implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Database database = TestServices.postgresql().database("node_test");
        S3Endpoint s3 = TestServices.s3();
        KeycloakRealm realm = TestServices.keycloak();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.user());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("vitrail.storage.endpoint", s3.endpoint().toString());
        settings.put("vitrail.storage.access-key", s3.accessKey());
        settings.put("vitrail.storage.secret-key", s3.secretKey());
        settings.put("quarkus.oidc.auth-server-url", realm.issuer().toString());
        settings.put("quarkus.oidc.credentials.secret", realm.clientSecret("nantes"));
        settings.put("vitrail.test.token-endpoint", realm.tokenEndpoint().toString());
        settings.put("quarkus.http.test-port", "0");
        settings.put("vitrail.node.base-url", "https://nantes.test");
        settings.put("vitrail.upload.part-size", "5M");
        settings.put("vitrail.oai.page-size", "4");
        settings.put("vitrail.communities.plants.title", "Plants of the west");
        settings.put("vitrail.communities.plants.description", "Images of plants and their diseases.");
        settings.put("vitrail.jobs.polling", "PT0.2S");
        settings.put("vitrail.sparql.folder", temporaryFolder().toString());
        settings.put("vitrail.sparql.polling", "PT0.2S");
        return settings;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("vitrail-sparql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the engines are shared by all test classes and stop with the JVM
    }
}
