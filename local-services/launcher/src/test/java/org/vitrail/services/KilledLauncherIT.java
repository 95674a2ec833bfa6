package org.vitrail.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLauncherIT {

    @Test
    void noProcessOutlivesALauncherThatIsKilled(@TempDir Path data) throws Exception {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(launcher.inputReader().lines().filter("STARTED"::equals).findFirst())
                .isPresent();
        List<ProcessHandle> family = launcher.descendants().toList();
        assertThat(commands(family)).contains("postgres", "java");
        assertThat(family.size()).isGreaterThan(8);
        launcher.destroyForcibly();
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        assertThat(family).noneMatch(ProcessHandle::isAlive);
    }

    private static List<String> commands(List<ProcessHandle> processes) {
        return processes.stream()
                .map(process -> process.info().command())
                .flatMap(Optional::stream)
                .map(command -> Path.of(command).getFileName().toString())
                .toList();
    }

    /** Starts all engines and waits to be killed. */
    static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) throws InterruptedException {
            LocalServices.start(EnumSet.allOf(Engine.class), Path.of(arguments[0]), Ports.free(), (engine, took) -> {});
            Stream.of("STARTED").forEach(System.out::println);
            Thread.currentThread().join();
        }
    }
}
