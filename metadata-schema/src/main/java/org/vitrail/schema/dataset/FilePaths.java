package org.vitrail.schema.dataset;

import java.util.regex.Pattern;

/** Which paths of files a description may name; leaving the deposit by {@code ..} is the caller's to judge. */
final class FilePaths {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

    private FilePaths() {}

    /** Why this path is refused, as a sentence; null when it is fine. */
    static String whyRefused(String path) {
        if (Faults.blank(path)) {
            return "The path of this file is empty.";
        }
        if (path.codePoints().anyMatch(Character::isISOControl)) {
            return "The path of this file holds control characters.";
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            return "The path \"" + path + "\" is absolute.";
        }
        if (path.indexOf('\\') >= 0) {
            return "The path \"" + path + "\" holds a backslash.";
        }
        if (ADDRESS.matcher(path).matches()) {
            return "\"" + path + "\" is an address, not a file.";
        }
        return path.endsWith("/") ? "The path \"" + path + "\" names a folder, not a file." : null;
    }
}
