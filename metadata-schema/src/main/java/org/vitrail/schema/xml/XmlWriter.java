package org.vitrail.schema.xml;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Builds one XML document without declaration, in memory; for one thread, one use. Names are written as given, texts
 * and attribute values are escaped and cleaned of illegal characters. Carriage returns survive parsing.
 */
public final class XmlWriter {
    /**
     * Parsers of the JDK refuse a document with more than 100 000 references by name, predefined ones included (JAXP
     * 1.6, maxGeneralEntitySizeLimit), and OAI-PMH puts 200 of ours in one; references by number they do not count.
     */
    private static final int MOST_NAMED_REFERENCES = 100;

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inStartTag;
    private int namedReferences;

    /** Opens an element; attributes come in pairs of name and value, and a null value leaves the attribute out. */
    public XmlWriter start(String name, String... attributes) {
        closeStartTag();
        out.append('<').append(name);
        open.push(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1], true);
                out.append('"');
            }
        }
        inStartTag = true;
        return this;
    }

    public XmlWriter text(String text) {
        if (text != null && !text.isEmpty()) {
            closeStartTag();
            escape(text, false);
        }
        return this;
    }

    public XmlWriter end() {
        String name = open.pop();
        if (inStartTag) {
            out.append("/>");
            inStartTag = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    /** An element with text only; nothing at all when the text is null, or blank once illegal characters are dropped. */
    public XmlWriter element(String name, String text, String... attributes) {
        String legal = XmlText.legal(text);
        if (legal != null && !legal.isBlank()) {
            start(name, attributes).text(legal).end();
        }
        return this;
    }

    /**
     * The document.
     *
     * @throws IllegalStateException while an element is open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("element " + open.peek() + " is still open");
        }
        return out.toString();
    }

    private void closeStartTag() {
        if (inStartTag) {
            out.append('>');
            inStartTag = false;
        }
    }

    private void escape(String given, boolean attribute) {
        String text = XmlText.legal(given);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> reference("&amp;", c);
                case '<' -> reference("&lt;", c);
                case '>' -> reference("&gt;", c);
                case '\r' -> out.append("&#xD;");
                case '"', '\n', '\t' -> {
                    if (attribute) {
                        out.append("&#").append((int) c).append(';');
                    } else {
                        out.append(c);
                    }
                }
                default -> out.append(c);
            }
        }
    }

    private void reference(String named, char c) {
        if (namedReferences < MOST_NAMED_REFERENCES) {
            namedReferences++;
            out.append(named);
        } else {
            out.append("&#").append((int) c).append(';');
        }
    }
}
