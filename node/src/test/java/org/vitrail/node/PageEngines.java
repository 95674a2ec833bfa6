package org.vitrail.node;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrail.services.Database;
import org.vitrail.services.KeycloakRealm;
import org.vitrail.services.S3Endpoint;
import org.vitrail.services.TestServices;

/** Real PostgreSQL, S3 and Keycloak for a node whose pages are opened as the public does: at the address it names. */
public class PageEngines implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger NODES = new AtomicInteger();

    @Override
    public Map<String, String> start() {
        String name = "face" + NODES.incrementAndGet();
        Database database = TestServices.postgresql().database("node_" + name);
        S3Endpoint s3 = TestServices.s3();
        KeycloakRealm realm = TestServices.keycloak();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.user());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("vitrail.storage.endpoint", s3.endpoint().toString());
        settings.put("vitrail.storage.access-key", s3.accessKey());
        settings.put("vitrail.storage.secret-key", s3.secretKey());
        settings.put("vitrail.storage.bucket", "node-" + name);
        settings.put("quarkus.oidc.auth-server-url", realm.issuer().toString());
        settings.put("quarkus.oidc.credentials.secret", realm.clientSecret("nantes"));
        int port = freePort();
        settings.put("quarkus.http.test-port", Integer.toString(port));
        settings.put("vitrail.node.base-url", "http://localhost:" + port);
        TestServices.shared().registerNode("nantes", port);
        settings.put("vitrail.oai.page-size", "4");
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the engines end with the JVM
    }
}
