package org.vitrail.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesIT {

    private final LocalHttp http = new LocalHttp();

    @Test
    void enginesStartSideBySideAndFindTheirDataAgainOnOtherPorts(@TempDir Path data) throws Exception {
        List<String> lines = new ArrayList<>();
        KeycloakRealm first;
        try (LocalServices services =
                LocalServices.start(EnumSet.allOf(Engine.class), data, Ports.free(), line -> lines.add(line))) {
            assertThat(lines).hasSize(4).allMatch(line -> line.contains("ready after"));
            assertThat(services.versions()).containsOnlyKeys(Engine.values());
            assertThat(services.versions().values()).allMatch(version -> version.matches("\\d+\\.\\d+(\\.\\d+)?"));
            insertRow(services.postgresql().database("kept"));
            createIndex(services.elasticsearch());
            first = services.keycloak();
            assertThat(roles(first, "curator", "openid nantes", "nantes")).containsExactly("curator");
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Ports moved = Ports.free();
        try (LocalServices again =
                LocalServices.start(EnumSet.allOf(Engine.class), data, moved, (engine, took) -> {})) {
            assertThat(rows(again.postgresql().database("kept"))).isEqualTo(1);
            assertThat(http.status(again.elasticsearch().resolve("/kept"))).isEqualTo(200);
            assertThat(again.keycloak().clientSecrets()).isEqualTo(first.clientSecrets());
            assertThat(loginPageStatus(again.keycloak(), moved.nantes())).isEqualTo(200);
            assertThat(loginPageStatus(again.keycloak(), moved.nantes() + 1)).isEqualTo(400);
        }
    }

    @Test
    void tokenCarriesAudienceAndRolesOnlyOfTheNodeThatWasAskedFor() throws Exception {
        KeycloakRealm realm = TestServices.keycloak();
        JsonNode claims = Tokens.claims(realm, "depositor", "openid montpellier");
        assertThat(claims.path("aud").toString())
                .contains("vitrail-montpellier")
                .doesNotContain("vitrail-nantes");
        assertThat(claims.path("resource_access").has("vitrail-nantes")).isFalse();
        assertThat(roles(realm, "depositor", "openid montpellier", "montpellier"))
                .containsExactly("depositor");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("depositor");
        assertThat(claims.path("sub").asText()).isNotBlank();
        assertThat(claims.path("iss").asText()).isEqualTo(realm.issuer().toString());
        assertThat(Tokens.claims(realm, "admin", "openid").has("resource_access"))
                .isFalse();
    }

    @Test
    void databaseRefusesAWrongPassword() {
        Database database = TestServices.postgresql().database("guarded");
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void filesOfTheStoreAreReadableByTheirOwnerOnly() throws Exception {
        S3Endpoint s3 = TestServices.s3();
        assertThat(new SignedRequest(s3, java.time.Clock.systemUTC()).status("/"))
                .isEqualTo(200);
        assertThat(http.status(s3.endpoint())).isEqualTo(403);
        S3Endpoint wrong = new S3Endpoint(s3.endpoint(), s3.accessKey(), "wrong");
        assertThat(new SignedRequest(wrong, java.time.Clock.systemUTC()).status("/"))
                .isEqualTo(403);
        long pid = TestServices.shared().processes().stream()
                .filter(process -> process.title().equals("S3"))
                .findFirst()
                .orElseThrow()
                .pid();
        try (Stream<String> status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            assertThat(status).anyMatch(line -> line.matches("Umask:\\s+0077"));
        }
    }

    @Test
    void aTakenPortIsNamedWithTheEngineAndTheOption(@TempDir Path data) throws Exception {
        Ports ports = Ports.free();
        try (var taken = new java.net.ServerSocket(ports.s3(), 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalServices.start(Set.of(Engine.S3), data, ports, (engine, took) -> {}))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("S3")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void aDataFolderInUseIsRefused(@TempDir Path data) {
        try (LocalServices one =
                LocalServices.start(Set.of(Engine.POSTGRESQL), data, Ports.free(), (engine, took) -> {})) {
            assertThatThrownBy(() -> LocalServices.start(Set.of(Engine.S3), data, Ports.free(), (engine, took) -> {}))
                    .isInstanceOf(LocalServicesException.class)
                    .hasMessageContaining("in use");
        }
    }

    private List<String> roles(KeycloakRealm realm, String user, String scope, String node) throws Exception {
        List<String> roles = new ArrayList<>();
        Tokens.claims(realm, user, scope)
                .path("resource_access")
                .path("vitrail-" + node)
                .path("roles")
                .forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static int loginPageStatus(KeycloakRealm realm, int nodePort) throws Exception {
        URI page = URI.create(realm.issuer() + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                + "&client_id=vitrail-nantes&redirect_uri=http://localhost:" + nodePort + "/deposits");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static void insertRow(Database database) throws Exception {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table thing (i int)");
            statement.execute("insert into thing values (1)");
        }
    }

    private static int rows(Database database) throws Exception {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from thing")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection open(Database database) throws Exception {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private void createIndex(URI engine) throws Exception {
        put(engine.resolve("/kept"), "{\"settings\":{\"number_of_replicas\":0}}", "PUT");
    }

    private static String put(URI address, String body, String method) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
