package org.vitrail.schema.dcat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.vitrail.schema.json.EmbeddableJson;

/**
 * JSON-LD of a graph whose blank nodes form trees, as ours do: prefixes as inline context, blank nodes nested, always
 * in the same order. Written without a JSON-LD processor, so that nothing ever loads a context from the network.
 */
final class GraphJson {
    private final Model model;

    private GraphJson(Model model) {
        this.model = model;
    }

    static String write(Model model) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode context = document.putObject("@context");
        new TreeMap<>(model.getNsPrefixMap()).forEach(context::put);
        ArrayNode graph = document.putArray("@graph");
        List<Resource> subjects = model.listSubjects().toList();
        subjects.stream()
                .filter(Resource::isURIResource)
                .sorted(Comparator.comparing(Resource::getURI))
                .forEach(subject -> graph.add(new GraphJson(model).node(subject)));
        return EmbeddableJson.write(document);
    }

    private ObjectNode node(Resource subject) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (subject.isURIResource()) {
            node.put("@id", subject.getURI());
        }
        Map<String, List<Statement>> byProperty = new TreeMap<>();
        for (Statement statement : subject.listProperties().toList()) {
            byProperty
                    .computeIfAbsent(key(statement.getPredicate()), key -> new ArrayList<>())
                    .add(statement);
        }
        byProperty.forEach((key, statements) -> {
            List<JsonNode> values = statements.stream()
                    .map(Statement::getObject)
                    .sorted(Comparator.comparingLong(GraphJson::position).thenComparing(GraphJson::sortKey))
                    .map(object -> key.equals("@type") ? type(object) : value(object))
                    .toList();
            node.set(
                    key,
                    values.size() == 1
                            ? values.getFirst()
                            : JsonNodeFactory.instance.arrayNode().addAll(values));
        });
        return node;
    }

    private String key(Property property) {
        return property.equals(Vocabulary.TYPE) ? "@type" : compact(property.getURI());
    }

    private JsonNode type(RDFNode object) {
        return JsonNodeFactory.instance.textNode(compact(object.asResource().getURI()));
    }

    private JsonNode value(RDFNode object) {
        if (object.isAnon()) {
            return node(object.asResource());
        }
        if (object.isURIResource()) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("@id", object.asResource().getURI());
        }
        Literal literal = object.asLiteral();
        if (literal.getDatatype().equals(XSDDatatype.XSDstring)) {
            return JsonNodeFactory.instance.textNode(literal.getLexicalForm());
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("@value", literal.getLexicalForm())
                .put("@type", compact(literal.getDatatypeURI()));
    }

    private String compact(String iri) {
        String shortForm = model.shortForm(iri);
        return shortForm.startsWith("http") ? iri : shortForm;
    }

    private static long position(RDFNode object) {
        Statement position = object.isAnon() ? object.asResource().getProperty(Vocabulary.POSITION) : null;
        return position == null ? 0 : position.getLong();
    }

    private static String sortKey(RDFNode object) {
        return object.isAnon() ? "" : object.toString();
    }
}
