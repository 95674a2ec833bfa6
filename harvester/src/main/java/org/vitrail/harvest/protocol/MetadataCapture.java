package org.vitrail.harvest.protocol;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Copies one element out of a page as a document of its own; comments and processing instructions are left behind. */
final class MetadataCapture {

    private static final int DEEPEST = 500;

    private final XMLStreamReader xml;
    private final int limit;

    /** @param limit chars of one element's text at most */
    MetadataCapture(XMLStreamReader xml, int limit) {
        this.xml = xml;
        this.limit = limit;
    }

    /**
     * Copies the element on whose start the reader stands and leaves the reader on its end.
     *
     * @param inherited namespace declarations around it
     * @throws UnusableRecord when it is too long or too deep; the reader stands on its end all the same
     */
    String copy(Map<String, String> inherited) throws XMLStreamException {
        MarkupText out = new MarkupText(limit);
        int depth = 0;
        int deepest = 0;
        int event = START_ELEMENT;
        while (true) {
            switch (event) {
                case START_ELEMENT -> {
                    start(out, depth == 0 ? inherited : Map.of());
                    deepest = Math.max(deepest, ++depth);
                }
                case CHARACTERS, CDATA, SPACE ->
                    out.characters(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                case END_ELEMENT -> {
                    end(out);
                    if (--depth == 0) {
                        return checked(out, deepest);
                    }
                }
                default -> SmallText.refuseEntity(event, xml);
            }
            event = xml.next();
        }
    }

    private String checked(MarkupText out, int deepest) {
        if (out.overflowing()) {
            throw new UnusableRecord("its metadata are longer than " + limit + " characters");
        }
        if (deepest > DEEPEST) {
            throw new UnusableRecord("its metadata are nested deeper than " + DEEPEST + " elements");
        }
        return out.toString();
    }

    private void start(MarkupText out, Map<String, String> inherited) {
        out.markup("<");
        out.name(xml.getPrefix(), xml.getLocalName());
        inherited.forEach((prefix, uri) -> {
            if (!declaresHere(prefix)) {
                declare(out, prefix, uri);
            }
        });
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            declare(out, NamespaceScope.orEmpty(xml.getNamespacePrefix(i)), xml.getNamespaceURI(i));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            out.attribute(xml.getAttributePrefix(i), xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        out.markup(">");
    }

    private boolean declaresHere(String prefix) {
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            if (prefix.equals(NamespaceScope.orEmpty(xml.getNamespacePrefix(i)))) {
                return true;
            }
        }
        return false;
    }

    private static void declare(MarkupText out, String prefix, String uri) {
        if (prefix.isEmpty()) {
            out.attribute("", "xmlns", NamespaceScope.orEmpty(uri));
        } else {
            out.attribute("xmlns", prefix, NamespaceScope.orEmpty(uri));
        }
    }

    private void end(MarkupText out) {
        out.markup("</");
        out.name(xml.getPrefix(), xml.getLocalName());
        out.markup(">");
    }
}
