package org.vitrail.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running engine or application: waited for until it is ready, stopped politely first. Safe for several threads. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration POLITE = Duration.ofSeconds(15);
    private static final int TAIL_LINES = 12;

    private final ChildCommand command;
    private final Process process;

    private ChildProcess(ChildCommand command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Asks whether the process does its work; an exception means not yet. */
    @FunctionalInterface
    public interface ReadyCheck {
        /** True when ready. Must not wait long: it is asked several times a second. */
        boolean isReady() throws Exception;
    }

    /**
     * Starts it; its standard input stays open as long as this process lives.
     *
     * @throws EngineFailed when the program cannot be started at all
     */
    public static ChildProcess start(ChildCommand command) {
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .directory(command.workFolder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.log().toFile()));
            builder.environment().putAll(command.environment());
            return new ChildProcess(command, builder.start());
        } catch (IOException failed) {
            throw new EngineFailed(command.title() + " cannot be started: " + failed.getMessage(), failed);
        }
    }

    /**
     * Waits until the check says yes.
     *
     * @return this
     * @throws EngineFailed when the process ends before, or the time is over
     */
    public ChildProcess awaitReady(ReadyCheck check, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new EngineFailed(command.title() + " ended with code " + process.exitValue() + logTail());
            }
            try {
                if (check.isReady()) {
                    return this;
                }
                TimeUnit.MILLISECONDS.sleep(150);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new EngineFailed("Waiting for " + command.title() + " was interrupted", stopped);
            } catch (Exception notYet) {
                last = notYet;
                pause();
            }
        }
        throw new EngineFailed(
                command.title() + " was not ready after " + limit.toSeconds() + " s (last answer: " + last + ")"
                        + logTail(),
                last);
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** The name that messages use. */
    public String title() {
        return command.title();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** It and the processes that it started, such as PostgreSQL's. */
    public Stream<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Asks it to end (SIGTERM), kills it and its children after 15 s; returns when none is left. Idempotent. */
    @Override
    public void close() {
        List<ProcessHandle> family = family().toList();
        process.destroy();
        try {
            process.waitFor(POLITE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        awaitEnd(family);
    }

    /** Ends it and its children at once, as {@code kill -9} does; returns when none is left. */
    public void kill() {
        List<ProcessHandle> family = family().toList();
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(family);
    }

    private static void awaitEnd(List<ProcessHandle> family) {
        family.forEach(member -> member.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> member)
                .join());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(150);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String logTail() {
        try {
            List<String> lines = new String(Files.readAllBytes(command.log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            return "; the end of " + command.log() + ":\n" + String.join("\n", tail);
        } catch (IOException unreadable) {
            return "; its log " + command.log() + " cannot be read";
        }
    }
}
