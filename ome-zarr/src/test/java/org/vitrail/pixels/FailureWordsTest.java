package org.vitrail.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureWordsTest {

    private static Throwable causedBy(Throwable failed, Throwable cause) {
        return failed.initCause(cause);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/a/b"), "there is no such file, or no such folder"),
                Arguments.of(new AccessDeniedException("/a/b"), "permission denied"),
                Arguments.of(new FileSystemException("/a/b", null, "No space left on device"), "the disk is full"),
                Arguments.of(new IOException("No space left on device"), "the disk is full"),
                Arguments.of(
                        new FileSystemException("/a/b", null, "Too many open files"),
                        "too many files are open at once; raise the limit (ulimit -n)"),
                Arguments.of(
                        new FileSystemException("/a/b", null, "Not a directory"),
                        "a part of the path is a file and no folder"),
                Arguments.of(new FileSystemException("/a/b"), "the system refused"),
                Arguments.of(new EOFException(), "it ended early"),
                Arguments.of(causedBy(new ConnectException(), new UnresolvedAddressException()), "host not found"),
                Arguments.of(new IOException(new UnknownHostException("a.invalid")), "host not found"),
                Arguments.of(
                        causedBy(new ConnectException(), new ClosedChannelException()),
                        "the host does not take connections there"),
                Arguments.of(new ConnectException("Connection refused"), "the host refused the connection"),
                Arguments.of(new IOException("no answer within 60 s"), "no answer within 60 s"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void neitherClassesNorPathsAreSaid(Throwable failed, String words) {
        assertThat(FailureWords.of(failed)).isEqualTo(words);
    }
}
