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
    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE\\s{1,20}[\\w:.-]{1,100}\\s{0,20}");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "<!ENTITY\\s{1,20}[A-Za-z_][\\w.-]{0,50}\\s{1,20}" + "(?:\"[^\"&%<]{0,200}\"|'[^'&%<]{0,200}')\\s{0,20}>");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s{0,20}=\\s{0,20}[\"']([^\"']{0,50})[\"']");
    private static final Pattern READABLE = Pattern.compile("(?i)utf-8|us-ascii|ascii|iso-8859-1");

    private final String file;
    private final String start;
    private int at;

    private XmlProlog(String file, String start) {
        this.file = file;
        this.start = start;
    }

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
        new XmlProlog(file, start).check();
    }

    private void check() {
        at = start.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        declaration();
        passOver();
        if (start.startsWith("<!DOCTYPE", at)) {
            documentType();
            passOver();
        }
        if (!start.startsWith("<", at) || start.startsWith("<!", at)) {
            throw refused("no XML element begins here");
        }
    }

    private void declaration() {
        int end = start.indexOf("?>", at);
        if (start.startsWith("<?xml", at) && end > 0) {
            Matcher encoding = ENCODING.matcher(start).region(at, end);
            if (encoding.find() && !READABLE.matcher(encoding.group(1)).matches()) {
                throw refused("in " + encoding.group(1) + ", not in UTF-8; convert it");
            }
        }
    }

    /** White space, comments and processing instructions; stops where one is not ended. */
    private void passOver() {
        int before;
        do {
            before = at;
            while (at < start.length() && Character.isWhitespace(start.charAt(at))) {
                at++;
            }
            passOver("<!--", "-->");
            passOver("<?", "?>");
        } while (at > before);
    }

    private void passOver(String opening, String closing) {
        int end = start.startsWith(opening, at) ? start.indexOf(closing, at + opening.length()) : -1;
        at = end < 0 ? at : end + closing.length();
    }

    private void documentType() {
        int beginning = at;
        if (!pass(DOCUMENT_TYPE)) {
            throw dangerous(beginning);
        }
        if (start.startsWith("[", at)) {
            at++;
            passOver();
            while (pass(ABBREVIATION)) {
                passOver();
            }
            if (!start.startsWith("]", at)) {
                throw dangerous(beginning);
            }
            at++;
            passOver();
        }
        if (!start.startsWith(">", at)) {
            throw dangerous(beginning);
        }
        at++;
    }

    private boolean pass(Pattern wanted) {
        Matcher here = wanted.matcher(start).region(at, start.length());
        boolean found = here.lookingAt();
        at = found ? here.end() : at;
        return found;
    }

    private UnreadableOntology dangerous(int beginning) {
        at = beginning;
        return refused("a document type that does more than abbreviate namespaces; it is not read");
    }

    private UnreadableOntology refused(String why) {
        long line = start.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new UnreadableOntology(file, line, why);
    }
}
