package org.vitrail.node.upload;

import java.util.Optional;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;

/** Which names a file may have: relative, plain, safe as an object key and as a path on any disk. */
final class FileName {
    private static final int LONGEST = 1000;
    private static final int LONGEST_SEGMENT = 199;
    private static final String FORBIDDEN = "\\:*?\"<>|";

    private FileName() {}

    /**
     * The path itself when it is accepted.
     *
     * @throws NodeProblem invalid-file-name, saying what is wrong with it
     */
    static String checked(String path) {
        fault(path).ifPresent(fault -> {
            throw new NodeProblem(
                    ProblemType.INVALID_FILE_NAME,
                    "The file name " + (path == null ? "" : "\"" + printable(path) + "\" ") + fault
                            + " Name it relative to the deposit, as images/cell-01.tif, and use the same name in the"
                            + " description.");
        });
        return path;
    }

    /** Last segment of a checked path. */
    static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static Optional<String> fault(String path) {
        if (path == null || path.isBlank()) {
            return Optional.of("is empty.");
        }
        if (path.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters.");
        }
        if (path.startsWith("/")) {
            return Optional.of("is absolute.");
        }
        if (path.codePoints().anyMatch(FileName::isUnsafe)) {
            return Optional.of("holds a control character or one of " + FORBIDDEN + ".");
        }
        for (String segment : path.split("/", -1)) {
            Optional<String> fault = segmentFault(segment);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> segmentFault(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return Optional.of("has an empty segment, \".\" or \"..\" in it.");
        }
        if (segment.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_SEGMENT) {
            return Optional.of("has a segment of more than " + LONGEST_SEGMENT + " bytes.");
        }
        if (!segment.equals(segment.strip())) {
            return Optional.of("has a segment that begins or ends with a space.");
        }
        return Optional.empty();
    }

    private static boolean isUnsafe(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || FORBIDDEN.indexOf(character) >= 0;
    }

    private static String printable(String path) {
        String shown = path.replaceAll("\\p{C}", "�");
        return shown.length() > 100 ? shown.substring(0, 100) + "…" : shown;
    }
}
