package org.vitrail.cli.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrail.cli.PlainFailures;

/** Runs the steps of the demo one after the other: a line for each when it is done, and what the report says of it. */
public final class Steps {

    private final PrintStream out;
    private final List<Step> done = new CopyOnWriteArrayList<>();

    /** A step that is over; {@code detail} is empty unless it failed or has something to add. */
    public record Step(String name, boolean ok, double seconds, String detail) {}

    public Steps(PrintStream out) {
        this.out = out;
    }

    /** The result, or empty when the step failed; the failure is noted, not thrown. */
    public <T> Optional<T> attempt(String name, Callable<T> work) {
        long begun = System.nanoTime();
        try {
            T result = work.call();
            note(name, true, Duration.ofNanos(System.nanoTime() - begun), "");
            return Optional.ofNullable(result);
        } catch (Exception failed) {
            note(name, false, Duration.ofNanos(System.nanoTime() - begun), detail(failed));
            return Optional.empty();
        }
    }

    private static String detail(Exception failed) {
        Throwable cause = failed instanceof UncheckedIOException unchecked ? unchecked.getCause() : failed;
        if (cause instanceof FileSystemException io) {
            return PlainFailures.words(io);
        }
        return failed instanceof RuntimeException && failed.getMessage() != null
                ? failed.getMessage()
                : failed.toString();
    }

    /** As {@link #attempt}, for a step without which nothing can follow. */
    public <T> T require(String name, Callable<T> work) {
        return attempt(name, work).orElseThrow(() -> new DemoFailed(name + " failed"));
    }

    /** Notes a step that was timed elsewhere. */
    public void note(String name, boolean ok, Duration took, String detail) {
        double seconds = Math.round(took.toMillis() / 100.0) / 10.0;
        done.add(new Step(name, ok, seconds, detail));
        out.println(String.format(Locale.ROOT, "%-6s %-58s %6.1f s", ok ? "ok" : "FAILED", name, seconds));
        if (!ok) {
            out.println("       " + detail.replace("\n", "\n       "));
        }
    }

    /** Seconds of the last step of that name; 0 when there was none. */
    public double secondsOf(String name) {
        return done.stream()
                .filter(step -> step.name().equals(name))
                .mapToDouble(Step::seconds)
                .reduce(0, (before, last) -> last);
    }

    public List<Step> list() {
        return List.copyOf(done);
    }

    public boolean allOk() {
        return done.stream().allMatch(Step::ok);
    }
}
