package org.vitrail.services;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The running PostgreSQL. Listens on the loopback interface with SCRAM passwords, and on no Unix socket. */
public final class PostgreSql implements RunningEngine {

    private static final String SUPERUSER = "postgres";
    private static final String MAIN = "org.vitrail.services.postgresql.PostgreSqlMain";

    private final Place place;
    private final ChildProcess process;

    private PostgreSql(Place place, ChildProcess process) {
        this.place = place;
        this.process = process;
    }

    static PostgreSql start(Place place) {
        Ports.requireFree(place.ports().postgresql(), Engine.POSTGRESQL.title());
        String password = place.secrets().secret("postgresql.superuser");
        List<String> words = ChildCommand.tiedJava(
                place.home(),
                place.classPath(Engine.POSTGRESQL),
                List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        MAIN,
                        place.home().engine(Engine.POSTGRESQL, "").toString(),
                        place.folder(Engine.POSTGRESQL).toString(),
                        Integer.toString(place.ports().postgresql())));
        ChildCommand command = new ChildCommand(
                Engine.POSTGRESQL.title(),
                words,
                Map.of("VITRAIL_POSTGRESQL_PASSWORD", password),
                place.folder(Engine.POSTGRESQL),
                place.log(Engine.POSTGRESQL));
        PostgreSql started = new PostgreSql(place, ChildProcess.start(command));
        return RunningEngine.ready(started, started::accepts, Duration.ofSeconds(60));
    }

    /**
     * The database of that name, made with its owner when it is not there.
     *
     * @param name lower-case letters, digits and underscores, at most 63
     */
    public synchronized Database database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new LocalServicesException("Not a database name: " + name + " (lower-case letters, digits, _)");
        }
        String password = place.secrets().secret("postgresql.database." + name);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, name)) {
                statement.execute("create role " + name + " login password '" + password + "'");
                statement.execute("create database " + name + " owner " + name);
            }
        } catch (SQLException failed) {
            throw new EngineFailed(
                    "PostgreSQL could not make the database " + name + ": " + failed.getMessage(), failed);
        }
        return new Database(url(name), name, password);
    }

    @Override
    public String version() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            return row.getString(1).split(" ")[0];
        } catch (SQLException failed) {
            throw new EngineFailed("PostgreSQL does not tell its version: " + failed.getMessage(), failed);
        }
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    private boolean accepts() throws SQLException {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url(SUPERUSER), SUPERUSER, place.secrets().secret("postgresql.superuser"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + place.ports().postgresql() + "/" + database;
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return row.next();
        }
    }
}
