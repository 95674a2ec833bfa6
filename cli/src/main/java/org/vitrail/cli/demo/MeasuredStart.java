package org.vitrail.cli.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrail.services.ChildProcess;
import org.vitrail.services.Ports;

/**
 * A start of the whole federation from an empty folder, measured.
 *
 * @param seconds of each step, in order
 * @param memory of each process with its children, when all were ready
 * @param totalSeconds until all were ready
 */
public record MeasuredStart(Map<String, Double> seconds, List<Memory> memory, double totalSeconds) {

    /** Copies what it is given. */
    public MeasuredStart {
        seconds = new LinkedHashMap<>(seconds);
        memory = List.copyOf(memory);
    }

    /** Resident memory of a program and its children, shared pages counted once. */
    public record Memory(String program, long residentBytes) {}

    /** Starts everything in a temporary folder, measures, stops everything. */
    public static MeasuredStart run(int portOffset, PrintStream out) {
        DemoFolder folder = DemoFolder.of(null);
        Shutdown shutdown = new Shutdown(folder).atExit();
        Steps steps = new Steps(out);
        long begun = System.nanoTime();
        try {
            Federation federation = Federation.start(folder, Ports.demo(portOffset), steps);
            shutdown.stops(federation);
            double total = (System.nanoTime() - begun) / 1e9;
            List<Memory> memory = new ArrayList<>();
            for (ChildProcess process : federation.processes()) {
                memory.add(new Memory(process.title(), bytes(process.family())));
            }
            memory.add(new Memory("the command itself", bytes(Stream.of(ProcessHandle.current()))));
            Map<String, Double> seconds = new LinkedHashMap<>();
            steps.list().forEach(step -> seconds.put(step.name(), step.seconds()));
            return new MeasuredStart(seconds, memory, total);
        } finally {
            shutdown.run();
        }
    }

    private static long bytes(Stream<ProcessHandle> processes) {
        return processes
                .mapToLong(process -> ResidentMemory.bytes(process.pid()))
                .sum();
    }
}
