package org.vitrail.cli;

import java.io.PrintWriter;
import org.vitrail.pixels.Printable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with arguments; how a command is used is printed only where that was mistaken, not for a wrong value. */
public final class PlainUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(Printable.of(wrong.getMessage()));
        boolean usage = wrong instanceof MissingParameterException
                || wrong instanceof UnmatchedArgumentException
                || wrong instanceof MutuallyExclusiveArgsException;
        if (usage) {
            command.usage(err);
        } else {
            err.println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
