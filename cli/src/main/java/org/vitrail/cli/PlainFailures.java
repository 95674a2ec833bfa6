package org.vitrail.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.vitrail.ontology.OntologyFault;
import org.vitrail.pixels.FailureWords;
import org.vitrail.pixels.Printable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line that a file could not be read or written, or what is wrong with an ontology; anything else is a fault of the program and keeps its trace. */
public final class PlainFailures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) throws Exception {
        Throwable cause = failed instanceof UncheckedIOException unchecked ? unchecked.getCause() : failed;
        if (cause instanceof OntologyFault fault) {
            command.getErr().println(Printable.of(fault.getMessage()));
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        if (!(cause instanceof IOException io)) {
            throw failed;
        }
        command.getErr().println(Printable.of(words(io)));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** What happened to which file, in words; the message of Java's is often the path alone. */
    public static String words(IOException failed) {
        String why = FailureWords.of(failed);
        return switch (failed) {
            case NoSuchFileException none ->
                none.getFile() + " cannot be read or written: " + why + ". Check the path.";
            case AccessDeniedException denied ->
                denied.getFile() + " cannot be read or written: " + why + ". Check who owns it.";
            case FileAlreadyExistsException there -> there.getFile() + " is there already and is not replaced.";
            case FileSystemException other -> other.getFile() + " cannot be read or written: " + why + ".";
            default -> "Reading or writing failed: " + why + ".";
        };
    }
}
