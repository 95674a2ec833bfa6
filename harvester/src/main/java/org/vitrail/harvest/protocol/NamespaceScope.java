package org.vitrail.harvest.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/**
 * The namespace declarations of the elements around the current one, so that metadata cut out of its page still knows
 * every prefix, also those used in content only ({@code xsi:type="dcterms:W3CDTF"}). Namespaces in XML 1.0 §6.1.
 */
final class NamespaceScope {

    private final Deque<Map<String, String>> levels = new ArrayDeque<>();

    NamespaceScope() {
        levels.push(Map.of());
    }

    /** Adds the declarations of the element on which the reader stands. */
    void enter(XMLStreamReader xml) {
        Map<String, String> outer = levels.peek();
        if (xml.getNamespaceCount() == 0) {
            levels.push(outer);
            return;
        }
        Map<String, String> inner = new LinkedHashMap<>(outer);
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            inner.put(orEmpty(xml.getNamespacePrefix(i)), orEmpty(xml.getNamespaceURI(i)));
        }
        levels.push(inner);
    }

    void leave() {
        levels.pop();
    }

    /** Prefix to namespace; the empty prefix is the default namespace. */
    Map<String, String> declarations() {
        return levels.peek();
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
