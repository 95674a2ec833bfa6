package org.vitrail.ontology.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand before the root element of untrusted RDF/XML: XML declaration, comments, and a document type that only
 * abbreviates namespaces, as Protégé writes it. A document type that names a file, declares elements or parameter
 * entities, or an entity made of other entities or markup is refused (XML 1.0 §4.2, §4.4: XXE and exponential entities).
 */
final class XmlProlog {
    private static final int LONGEST = 64 << 10;
    private static final String SPACE_OR_COMMENT = "(?:\\s|<!--(?:(?!--)[\\s\\S])*+-->)*+";
    private static final String ABBREVIATION =
            "<!ENTITY\\s+[A-Za-z_][\\w.-]*\\s+(?:\"[^\"&%<]{0,200}\"|'[^'&%<]{0,200}')\\s*>";
    private static final Pattern BEFORE =
            Pattern.compile("(?:\\uFEFF|\\xEF\\xBB\\xBF)?(?:<\\?xml\\s[^?]*\\?>)?(?:\\s|<\\?[^?]*\\?>|"
                    + "<!--(?:(?!--)[\\s\\S])*+-->)*+");
    private static final Pattern HARMLESS =
            Pattern.compile("<!DOCTYPE\\s+[\\w:.-]+\\s*(?:\\[(?:\\s|<!--(?:(?!--)[\\s\\S])*+-->|" + ABBREVIATION
                    + ")*+\\]\\s*)?>" + SPACE_OR_COMMENT);
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern READABLE = Pattern.compile("(?i)utf-8|us-ascii|ascii|iso-8859-1");

    private XmlProlog() {}

    /**
     * Reads the beginning of a document.
     *
     * @throws UnreadableOntology when it declares what is refused, or is in an encoding other than UTF-8, ASCII or Latin-1
     */
    static void check(String file, InputStream in) throws IOException {
        String start = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        if (start.indexOf('\0') >= 0) {
            throw new UnreadableOntology(file, "not in UTF-8; convert it");
        }
        Matcher before = BEFORE.matcher(start);
        int at = before.lookingAt() ? before.end() : 0;
        Matcher encoding = ENCODING.matcher(start.substring(0, Math.max(0, start.indexOf("?>"))));
        if (encoding.find() && !READABLE.matcher(encoding.group(1)).matches()) {
            throw new UnreadableOntology(file, "in " + encoding.group(1) + ", not in UTF-8; convert it");
        }
        if (start.startsWith("<!DOCTYPE", at)) {
            Matcher harmless = HARMLESS.matcher(start).region(at, start.length());
            if (!harmless.lookingAt()) {
                throw new UnreadableOntology(
                        file,
                        line(start, at),
                        "a document type that does more than abbreviate namespaces; it is not read");
            }
            at = harmless.end();
        }
        if (!start.startsWith("<", at) || start.startsWith("<!", at)) {
            throw new UnreadableOntology(file, line(start, at), "no XML element begins here");
        }
    }

    private static long line(String text, int at) {
        return text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
