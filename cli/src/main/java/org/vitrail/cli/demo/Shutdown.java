package org.vitrail.cli.demo;

import java.time.Duration;
import java.util.List;

/**
 * What happens when the demo is told to stop, by Ctrl-C, SIGTERM or its own end: every process below this one ends, the
 * applications before the engines, then the temporary folder goes.
 */
final class Shutdown {

    private static final Duration POLITE = Duration.ofSeconds(20);

    private final DemoFolder folder;
    private volatile Federation federation;
    private boolean done;

    Shutdown(DemoFolder folder) {
        this.folder = folder;
    }

    /** From now on also when the JVM is told to end. */
    Shutdown atExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "vitrail-stop"));
        return this;
    }

    /** What is to be stopped in order; what was only half started is found as a child process. */
    void stops(Federation started) {
        federation = started;
    }

    /** Returns when nothing is left. Idempotent, and safe for several threads. */
    synchronized void run() {
        if (done) {
            return;
        }
        done = true;
        if (federation != null) {
            federation.close();
        }
        sweep();
        folder.close();
    }

    /** Looks again each time: what was just being started when the word came is a child a moment later. */
    private static void sweep() {
        long deadline = System.nanoTime() + POLITE.toNanos();
        List<ProcessHandle> left = descendants();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left.forEach(ProcessHandle::destroy);
            Pause.millis(50);
            left = descendants();
        }
        left.forEach(ProcessHandle::destroyForcibly);
    }

    private static List<ProcessHandle> descendants() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}
