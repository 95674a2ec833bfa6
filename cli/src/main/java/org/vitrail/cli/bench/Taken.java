package org.vitrail.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Seconds by the clock, and of processor time of this whole process. */
record Taken(double clock, double processor) {

    /** Work that is measured. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Does it once. */
    static Taken by(Work work) throws IOException, InterruptedException {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long clock = System.nanoTime();
        long processor = process.getProcessCpuTime();
        work.run();
        return new Taken((System.nanoTime() - clock) / 1e9, (process.getProcessCpuTime() - processor) / 1e9);
    }

    /** The middle one of the values of all rounds. */
    static <R> double median(List<R> rounds, ToDoubleFunction<R> value) {
        double[] values = rounds.stream().mapToDouble(value).sorted().toArray();
        return values[values.length / 2];
    }
}
