package org.vitrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class PlainFailuresTest {

    @Command(name = "failing")
    record Failing(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInOneLine() {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(
                        new Failing(new UncheckedIOException(new NoSuchFileException("/no/file"))))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new PlainFailures());

        assertThat(command.execute()).isEqualTo(1);

        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains("/no/file");
    }

    @Test
    void everyFailureOfAFileNamesItAndTheReason() {
        assertThat(PlainFailures.words(new NoSuchFileException("/a/b"))).contains("/a/b", "no such file");
        assertThat(PlainFailures.words(new AccessDeniedException("/a/b"))).contains("/a/b", "permission denied");
        assertThat(PlainFailures.words(new FileSystemException("/a/b", null, "No space left on device")))
                .contains("/a/b", "the disk is full");
        assertThat(PlainFailures.words(new IOException("Broken pipe"))).contains("broke off");
    }
}
