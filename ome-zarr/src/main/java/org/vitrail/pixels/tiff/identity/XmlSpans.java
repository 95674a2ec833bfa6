package org.vitrail.pixels.tiff.identity;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where in an XML text its values stand: attributes, text between tags, CDATA, comments. Knows just enough of XML 1.0 to find them in a
 * document that a parser accepted, and never fails on another.
 */
final class XmlSpans {

    /** Given for an element's name where a text stands in none. */
    static final String OUTSIDE = "text outside";

    static final String INSTRUCTION = "processing instruction";
    static final String TYPE = "document type";
    /** A document type that declares things of its own. */
    static final String OWN_TYPE = "document type with declarations";

    private static final int MOST_DEPTH = 1000;

    private final String xml;
    private final Visitor visitor;
    private final Deque<String> path = new ArrayDeque<>();

    private XmlSpans(String xml, Visitor visitor) {
        this.xml = xml;
        this.visitor = visitor;
    }

    /** One value. */
    interface Visitor {

        /** @param element local name; @param attribute local name, or empty for text; @param key the attribute K of the element, or empty */
        void value(String element, String attribute, String key, int start, int end);
    }

    static void visit(String xml, Visitor visitor) {
        new XmlSpans(xml, visitor).run();
    }

    private void run() {
        int at = 0;
        while (at < xml.length()) {
            int open = end(at, "<");
            text(at, open);
            if (open == xml.length()) {
                return;
            }
            at = markup(open);
        }
    }

    private void text(int start, int end) {
        if (end > start && !xml.substring(start, end).isBlank()) {
            String top = path.isEmpty() ? OUTSIDE + "|" : path.peek();
            int bar = top.indexOf('|');
            visitor.value(top.substring(0, bar), "", top.substring(bar + 1), start, end);
        }
    }

    private int markup(int open) {
        if (xml.startsWith("<!--", open)) {
            int end = end(open + 4, "-->");
            visitor.value("comment", "", "", open + 4, end);
            return Math.min(xml.length(), end + 3);
        }
        if (xml.startsWith("<![CDATA[", open)) {
            int end = end(open + 9, "]]>");
            text(open + 9, end);
            return Math.min(xml.length(), end + 3);
        }
        if (xml.startsWith("<?", open)) {
            return instruction(open);
        }
        if (xml.startsWith("<!", open)) {
            return declaration(open);
        }
        if (xml.startsWith("</", open)) {
            path.poll();
            return Math.min(xml.length(), end(open, ">") + 1);
        }
        return tag(open + 1);
    }

    private int instruction(int open) {
        int end = end(open, "?>");
        int data = nameEnd(open + 2);
        if (!xml.startsWith("<?xml ", open) && data < end) {
            visitor.value(INSTRUCTION, "", "", data, end);
        }
        return Math.min(xml.length(), end + 2);
    }

    /** A document type, whose own part in brackets may hold anything. */
    private int declaration(int open) {
        char quote = 0;
        int brackets = 0;
        boolean own = false;
        int at = open + 2;
        for (; at < xml.length() && (quote != 0 || brackets > 0 || xml.charAt(at) != '>'); at++) {
            char c = xml.charAt(at);
            boolean sign = c == '"' || c == '\'';
            quote = quote == 0 && sign ? c : c == quote ? 0 : quote;
            brackets += quote != 0 ? 0 : c == '[' ? 1 : c == ']' ? -1 : 0;
            own |= brackets > 0;
        }
        visitor.value(own ? OWN_TYPE : TYPE, "", "", Math.min(at, open + 2), at);
        return Math.min(xml.length(), at + 1);
    }

    private int tag(int start) {
        int at = nameEnd(start);
        String element = local(start, at);
        String key = "";
        while (at < xml.length() && xml.charAt(at) != '>' && xml.charAt(at) != '/') {
            int name = at;
            at = nameEnd(at);
            int quote = at;
            while (quote < xml.length() && (xml.charAt(quote) == '=' || Character.isWhitespace(xml.charAt(quote)))) {
                quote++;
            }
            if (quote < xml.length() && (xml.charAt(quote) == '"' || xml.charAt(quote) == '\'')) {
                int end = end(quote + 1, String.valueOf(xml.charAt(quote)));
                String attribute = local(name, at);
                visitor.value(element, attribute, "", quote + 1, end);
                key = attribute.equals("K") ? xml.substring(quote + 1, end) : key;
                at = Math.min(xml.length(), end + 1);
            } else {
                at = Math.max(quote, name + 1);
            }
        }
        boolean empty = at < xml.length() && xml.charAt(at) == '/';
        if (!empty && path.size() < MOST_DEPTH) {
            path.push(element + "|" + key);
        }
        return Math.min(xml.length(), end(at, ">") + 1);
    }

    private int nameEnd(int start) {
        int at = start;
        while (at < xml.length() && "=/>\"'".indexOf(xml.charAt(at)) < 0 && !Character.isWhitespace(xml.charAt(at))) {
            at++;
        }
        return at;
    }

    private String local(int start, int end) {
        String name = xml.substring(start, end);
        return name.substring(name.indexOf(':') + 1);
    }

    /** Where the mark is, or the end of the text. */
    private int end(int from, String mark) {
        int found = xml.indexOf(mark, from);
        return found < 0 ? xml.length() : found;
    }
}
