package org.vitrail.schema.datacite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Reads kernel-4 XML into the attributes that DataCite's REST interface shows for it. It knows the names only by rule:
 * a list's entry is an object of its attributes (URI becomes Uri) and of its text under the element's own name.
 */
final class KernelXml {
    private static final Set<String> PLAIN_LISTS = Set.of("sizes", "formats");
    private static final Map<String, String> RENAMED = Map.of(
            "rightsURI", "rightsUri",
            "schemeURI", "schemeUri",
            "valueURI", "valueUri",
            "awardURI", "awardUri",
            "creatorName", "name");

    private KernelXml() {}

    static ObjectNode read(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Element child : children(root)) {
            String name = child.getLocalName();
            switch (name) {
                case "identifier" ->
                    json.put(
                            child.getAttribute("identifierType").equals("DOI") ? "doi" : "url", child.getTextContent());
                case "publisher" -> json.putObject("publisher").put("name", child.getTextContent());
                case "publicationYear" -> json.put(name, Integer.parseInt(child.getTextContent()));
                case "resourceType" -> entry(json.putObject("types"), child);
                case "version" -> json.put(name, child.getTextContent());
                default -> list(json.putArray(name), child);
            }
        }
        return json;
    }

    private static void list(ArrayNode list, Element element) {
        for (Element child : children(element)) {
            if (PLAIN_LISTS.contains(element.getLocalName())) {
                list.add(child.getTextContent());
            } else if (child.getLocalName().equals("creator")) {
                creator(list.addObject(), child);
            } else if (child.getLocalName().equals("fundingReference")) {
                ObjectNode award = list.addObject();
                children(child).forEach(part -> entry(award, part));
            } else {
                entry(list.addObject(), child);
            }
        }
    }

    private static void creator(ObjectNode node, Element creator) {
        for (Element child : children(creator)) {
            switch (child.getLocalName()) {
                case "nameIdentifier" ->
                    entry(node.withArray("/nameIdentifiers").addObject(), child);
                case "affiliation" -> {
                    ObjectNode affiliation = node.withArray("/affiliation").addObject();
                    entry(affiliation, child);
                    affiliation.set("name", affiliation.remove("affiliation"));
                }
                default -> entry(node, child);
            }
        }
    }

    private static void entry(ObjectNode node, Element element) {
        node.put(renamed(element.getLocalName()), element.getTextContent());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            node.put(
                    renamed(attributes.item(i).getNodeName()),
                    attributes.item(i).getNodeValue());
        }
    }

    private static String renamed(String name) {
        return RENAMED.getOrDefault(name, name);
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                children.add(each);
            }
        }
        return children;
    }
}
