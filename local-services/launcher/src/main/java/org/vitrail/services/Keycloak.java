package org.vitrail.services;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The running Keycloak, on the launcher's PostgreSQL; optimized by {@code kc.sh build} when it was packaged. */
final class Keycloak implements RunningEngine {

    private static final String ADMIN = "vitrail-admin";

    private final ChildProcess process;
    private final Path distribution;
    private final DemoRealm realm;

    private Keycloak(ChildProcess process, Path distribution, DemoRealm realm) {
        this.process = process;
        this.distribution = distribution;
        this.realm = realm;
    }

    static Keycloak start(Place place, PostgreSql postgresql) {
        Ports ports = place.ports();
        Ports.requireFree(ports.keycloak(), Engine.KEYCLOAK.title());
        Ports.requireFree(ports.keycloakManagement(), Engine.KEYCLOAK.title() + " (management)");
        Path distribution = KeycloakDistribution.find(place.home().engine(Engine.KEYCLOAK, "dist"));
        URI address = URI.create("http://localhost:" + ports.keycloak());
        String password = place.secrets().secret("keycloak.admin");
        Database database = postgresql.database("keycloak");
        ChildCommand command = new ChildCommand(
                Engine.KEYCLOAK.title(),
                words(place, distribution, address),
                environment(database, password),
                place.folder(Engine.KEYCLOAK),
                place.log(Engine.KEYCLOAK));
        KeycloakAdmin admin = new KeycloakAdmin(address, ADMIN, password);
        Keycloak started = new Keycloak(
                ChildProcess.start(command), distribution, new DemoRealm(admin, address, place.secrets(), ports));
        LocalHttp http = new LocalHttp();
        URI master = address.resolve("/realms/master/.well-known/openid-configuration");
        RunningEngine.ready(started, () -> http.status(master) == 200, Duration.ofSeconds(180));
        started.realm.prepare();
        URI own = URI.create(started.realm().issuer() + "/.well-known/openid-configuration");
        return RunningEngine.ready(started, () -> http.status(own) == 200, Duration.ofSeconds(30));
    }

    KeycloakRealm realm() {
        return realm.description();
    }

    DemoRealm demoRealm() {
        return realm;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public String version() {
        return KeycloakDistribution.version(distribution);
    }

    private static List<String> words(Place place, Path distribution, URI address) {
        Ports ports = place.ports();
        return ChildCommand.tiedJava(
                place.home(),
                distribution.resolve("lib/quarkus-run.jar").toString(),
                KeycloakDistribution.javaOptions(distribution),
                List.of(
                        KeycloakDistribution.MAIN,
                        "start",
                        "--optimized",
                        "--http-enabled=true",
                        "--hostname=" + address,
                        "--http-host=127.0.0.1",
                        "--http-port=" + ports.keycloak(),
                        "--http-management-port=" + ports.keycloakManagement(),
                        "--cache=local"));
    }

    private static Map<String, String> environment(Database database, String adminPassword) {
        return Map.of(
                "KC_DB_URL",
                database.jdbcUrl(),
                "KC_DB_USERNAME",
                database.user(),
                "KC_DB_PASSWORD",
                database.password(),
                "KC_DB_POOL_MAX_SIZE",
                "10",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword);
    }
}
