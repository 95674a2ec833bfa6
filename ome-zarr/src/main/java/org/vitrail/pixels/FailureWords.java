package org.vitrail.pixels;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says why files and servers could not be read or written; Java's own messages are often a path or the name of a class. */
public final class FailureWords {

    /** What operating systems say, in English, and what it means. */
    private static final List<Map.Entry<String, String>> SYSTEM = List.of(
            Map.entry("no space left", "the disk is full"),
            Map.entry("quota exceeded", "the disk space that you may use is full"),
            Map.entry("too many open files", "too many files are open at once; raise the limit (ulimit -n)"),
            Map.entry("permission denied", "permission denied"),
            Map.entry("operation not permitted", "permission denied"),
            Map.entry("read-only file system", "the disk is for reading only"),
            Map.entry("file name too long", "the name is too long"),
            Map.entry("not a directory", "a part of the path is a file and no folder"),
            Map.entry("is a directory", "it is a folder"),
            Map.entry("too many levels of symbolic links", "symbolic links lead in a circle"),
            Map.entry("input/output error", "the disk failed"),
            Map.entry("no such file", "there is no such file, or no such folder"),
            Map.entry("connection reset", "the server broke off"),
            Map.entry("broken pipe", "the server broke off"),
            Map.entry("received no bytes", "the server closed the connection without an answer"),
            Map.entry("connection refused", "the host refused the connection"));

    private FailureWords() {}

    /** A clause in lower case without a point at its end, a path or the name of a class: {@code the disk is full}. */
    public static String of(Throwable failed) {
        return known(failed).orElseGet(() -> said(failed));
    }

    private static Optional<String> known(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            for (Optional<String> words : List.of(network(cause), file(cause), system(cause))) {
                if (words.isPresent()) {
                    return words;
                }
            }
        }
        return failed instanceof ConnectException
                ? Optional.of("the host does not take connections there")
                : Optional.empty();
    }

    private static Optional<String> network(Throwable cause) {
        String words = switch (cause) {
            case UnresolvedAddressException unresolved -> "host not found";
            case UnknownHostException unknown -> "host not found";
            case NoRouteToHostException unreachable -> "there is no way to the host";
            case SSLException refused -> "no secure connection: " + said(refused);
            default -> null;
        };
        return Optional.ofNullable(words);
    }

    private static Optional<String> file(Throwable cause) {
        String words = switch (cause) {
            case NoSuchFileException none -> "there is no such file, or no such folder";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException there -> "a file of that name is in the way";
            case NotDirectoryException file -> "a part of the path is a file and no folder";
            case DirectoryNotEmptyException full -> "the folder is not empty";
            case FileSystemLoopException circle -> "symbolic links lead in a circle";
            case EOFException ended -> "it ended early";
            default -> null;
        };
        return Optional.ofNullable(words);
    }

    private static Optional<String> system(Throwable cause) {
        if (!(cause instanceof IOException)) {
            return Optional.empty();
        }
        String said = said(cause).toLowerCase(Locale.ROOT);
        return SYSTEM.stream()
                .filter(entry -> said.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Of a file the reason alone, without the path that stands before it. */
    private static String said(Throwable failed) {
        String said = failed instanceof FileSystemException file ? file.getReason() : failed.getMessage();
        return said == null || said.isBlank() ? "the system refused" : said;
    }
}
