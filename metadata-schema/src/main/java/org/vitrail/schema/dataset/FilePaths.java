package org.vitrail.schema.dataset;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which paths of files a description may name; leaving the deposit by {@code ..} is the caller's to judge. */
final class FilePaths {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

    private FilePaths() {}

    /** Why this path of a file is refused; empty when it is fine. */
    static Optional<Fault> findFault(String at, String file) {
        return Optional.ofNullable(whyRefused(file))
                .map(code ->
                        new Fault(at, TextPlace.UNKNOWN, code, code.arguments().isEmpty() ? List.of() : List.of(file)));
    }

    private static FaultCode whyRefused(String path) {
        if (Faults.blank(path)) {
            return FaultCode.FILE_PATH_EMPTY;
        }
        if (path.codePoints().anyMatch(Character::isISOControl)) {
            return FaultCode.FILE_PATH_CONTROL;
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            return FaultCode.FILE_PATH_ABSOLUTE;
        }
        if (path.indexOf('\\') >= 0) {
            return FaultCode.FILE_PATH_BACKSLASH;
        }
        if (ADDRESS.matcher(path).matches()) {
            return FaultCode.FILE_PATH_ADDRESS;
        }
        return path.endsWith("/") ? FaultCode.FILE_PATH_FOLDER : null;
    }
}
