package org.vitrail.ontology.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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
            "<!ENTITY\\s{1,20}([A-Za-z_][\\w.-]{0,50})\\s{1,20}[\"']([^\"'&%<>]{0,200})[\"']\\s{0,20}>");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s{0,20}=\\s{0,20}[\"']([^\"']{0,50})[\"']");
    private static final Pattern READABLE = Pattern.compile("(?i)utf-8|us-ascii|ascii|iso-8859-1");

    private final String file;
    private final String start;
    private final Map<String, String> abbreviations = new HashMap<>();
    private int at;

    private XmlProlog(String file, String start) {
        this.file = file;
        this.start = start;
    }

    /**
     * Reads the beginning of a document, and gives what it abbreviates.
     *
     * @throws UnreadableOntology when it declares what is refused, or is in an encoding other than UTF-8, ASCII or Latin-1
     */
    static Abbreviations check(String file, InputStream in) throws IOException {
        String start = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        if (start.indexOf('\0') >= 0) {
            throw new UnreadableOntology(file, "not in UTF-8; convert it");
        }
        return new XmlProlog(file, start).check();
    }

    private Abbreviations check() {
        at = start.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        declaration();
        passOver();
        int beginning = at;
        int end = 0;
        if (start.startsWith("<!DOCTYPE", at)) {
            documentType();
            end = at;
            passOver();
        }
        if (!start.startsWith("<", at) || start.startsWith("<!", at)) {
            throw refused("no XML element begins here");
        }
        return end == 0 ? Abbreviations.NONE : new Abbreviations(abbreviations, beginning, end);
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
        Matcher opening = here(DOCUMENT_TYPE);
        if (!opening.lookingAt()) {
            throw dangerous(beginning);
        }
        at = opening.end();
        if (start.startsWith("[", at)) {
            at++;
            passOver();
            for (Matcher each = here(ABBREVIATION); each.lookingAt(); each = here(ABBREVIATION)) {
                abbreviations.putIfAbsent(each.group(1), each.group(2));
                at = each.end();
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

    private Matcher here(Pattern wanted) {
        return wanted.matcher(start).region(at, start.length());
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
