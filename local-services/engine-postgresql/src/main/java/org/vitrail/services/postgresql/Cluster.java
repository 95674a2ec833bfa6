package org.vitrail.services.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A database cluster in a folder: {@code initdb}, {@code postgres}, {@code pg_ctl stop}. */
final class Cluster {

    private static final long PATIENCE_SECONDS = 10;

    private final Programs programs;
    private final Path folder;

    Cluster(Programs programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Makes the cluster with a password for its superuser; the file that carries it is removed at once. */
    void createIfAbsent(String password) throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            return;
        }
        Path secret = Files.createTempFile(
                folder.getParent(),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, password);
            run(
                    "initdb",
                    "-D",
                    folder.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret,
                    "-E",
                    "UTF8",
                    "--no-locale",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    /** Starts the server; it listens on the loopback interface only. */
    Process start(int port) throws IOException {
        List<String> words = programs.tied("postgres", "-D", folder.toString(), "-p", Integer.toString(port));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=150",
                "shared_buffers=64MB",
                "log_min_duration_statement=2000")) {
            words.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(words)
                .inheritIO()
                .redirectInput(new java.io.File("/dev/null"))
                .start();
    }

    /** Disconnects clients, writes a checkpoint and ends; kills the server when that takes too long. */
    void stop(Process server) {
        if (!server.isAlive()) {
            return;
        }
        try {
            run("pg_ctl", "stop", "-D", folder.toString(), "-m", "fast", "-t", Long.toString(PATIENCE_SECONDS));
        } catch (IOException failed) {
            System.err.println("pg_ctl stop: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (server.isAlive()) {
            server.destroyForcibly();
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(programs.words(program, arguments));
        Process process = new ProcessBuilder(words).inheritIO().start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " failed in " + folder + "; what it said stands above");
        }
    }
}
