package org.vitrail.pixels.tiff.aperio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityText;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;

/**
 * The ImageDescription of an SVS page: two lines of how it was made, then {@code |key = value} pairs. Digital slides and third-party
 * software interchange, Aperio 2008, "TIFF tags".
 *
 * @param text one character a byte, so that places in it are places in the file
 */
public record AperioText(String text) {

    private static final int MOST_BYTES = 1 << 20;

    /** Keys that say how the scanner was set; every other value may be a name or number and is taken out. */
    private static final Set<String> TECHNICAL = Set.of(
            "appmag",
            "mpp",
            "stripewidth",
            "parmset",
            "left",
            "top",
            "linecameraskew",
            "lineareaxoffset",
            "lineareayoffset",
            "focus offset",
            "originalwidth",
            "originalheight",
            "filtered",
            "displaycolor",
            "icc profile",
            "exposure time",
            "exposure scale",
            "time zone",
            "gamma",
            "colorimeter",
            "sessonmode",
            "session mode",
            "collimator",
            "offset",
            "z",
            "totaldepth",
            "offsetz",
            "quality",
            "scannertype");

    /** A value that reveals. @param key in lower case, or empty where there is none */
    record Secret(String key, Kind kind, int start, int end) {}

    /** True when the first page is described as Aperio's scanners do. @param page the first directory of a file */
    public static boolean looksLike(Ifd page) throws IOException {
        return page.count(Tag.IMAGE_DESCRIPTION) <= MOST_BYTES
                && page.text(Tag.IMAGE_DESCRIPTION).startsWith("Aperio");
    }

    /** Of a page; cut where it is absurdly long. */
    static AperioText of(Ifd page) throws IOException {
        boolean absurd = page.count(Tag.IMAGE_DESCRIPTION) > MOST_BYTES;
        return new AperioText(absurd ? "" : new String(page.bytes(Tag.IMAGE_DESCRIPTION), StandardCharsets.ISO_8859_1));
    }

    /** First word of the second line: {@code label}, {@code macro}, or a size. */
    String kind() {
        String[] lines = text.split("[\r\n]+", 3);
        return lines.length < 2 ? "" : lines[1].strip().split("[ \0]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Micrometer a pixel, or null where it does not say or makes no sense. */
    Double pixelSize() {
        for (String part : text.split("\\|")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase("MPP")) {
                return positive(part.substring(equals + 1).replace('\0', ' ').strip());
            }
        }
        return null;
    }

    private static Double positive(String number) {
        try {
            double value = Double.parseDouble(number);
            return value > 0 && value < 1e6 ? value : null;
        } catch (NumberFormatException damaged) {
            return null;
        }
    }

    /** Values that could reveal a person, in their order. */
    List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>();
        int start = text.indexOf('|') + 1;
        while (start > 0 && start <= text.length()) {
            int bar = text.indexOf('|', start);
            int end = bar < 0 ? text.length() : bar;
            secret(start, end, secrets);
            start = bar < 0 ? 0 : bar + 1;
        }
        return secrets;
    }

    private void secret(int start, int end, List<Secret> secrets) {
        int equals = text.indexOf('=', start);
        boolean pair = equals >= 0 && equals < end;
        String key = pair ? text.substring(start, equals).strip().toLowerCase(Locale.ROOT) : "";
        int from = pair ? equals + 1 : start;
        String value = text.substring(from, end);
        boolean masked = value.chars().noneMatch(c -> Character.isLetterOrDigit(c) && c != 'X');
        boolean technical = TECHNICAL.contains(key) && IdentityText.kinds(value).isEmpty();
        if (!masked && !technical) {
            secrets.add(new Secret(key, kind(key), from, end));
        }
    }

    private static Kind kind(String key) {
        return switch (key) {
            case "date", "time" -> Kind.DATE;
            case "user", "operator" -> Kind.PERSON_NAME;
            case "filename", "title" -> Kind.FILE_NAME;
            case "scanscope id", "imageid", "barcode", "dsr id", "slide", "rack" -> Kind.IDENTIFIER;
            default -> Kind.FREE_TEXT;
        };
    }

    /** A value with letters and digits overwritten. */
    byte[] masked(Secret secret) {
        StringBuilder masked = new StringBuilder();
        text.substring(secret.start, secret.end)
                .chars()
                .forEach(c -> masked.append(Character.isLetterOrDigit(c) ? 'X' : (char) c));
        return masked.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
