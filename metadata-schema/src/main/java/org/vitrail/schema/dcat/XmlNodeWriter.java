package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.xml.XmlWriter;

/** Says things about one subject straight in RDF/XML, parts nested (RDF 1.1 XML Syntax, 2.11 parseType="Resource"). */
final class XmlNodeWriter implements NodeWriter {
    private static final Map<String, String> PREFIXES = prefixes();
    private static final String[] ROOT_ATTRIBUTES = rootAttributes();

    private final XmlWriter xml = new XmlWriter();

    private XmlNodeWriter() {}

    /** A document of one subject, described by the given words. */
    static String document(String subject, Consumer<NodeWriter> words) {
        XmlNodeWriter node = new XmlNodeWriter();
        node.xml.start("rdf:RDF", ROOT_ATTRIBUTES).start("rdf:Description", "rdf:about", subject);
        words.accept(node);
        return node.xml.end().end().toString();
    }

    @Override
    public NodeWriter type(Resource type) {
        xml.start("rdf:type", "rdf:resource", type.getURI()).end();
        return this;
    }

    @Override
    public NodeWriter text(Property property, String value) {
        if (value != null) {
            xml.start(name(property)).text(value).end();
        }
        return this;
    }

    @Override
    public NodeWriter typed(Property property, Object value, RDFDatatype datatype) {
        if (value != null) {
            xml.start(name(property), "rdf:datatype", datatype.getURI())
                    .text(value.toString())
                    .end();
        }
        return this;
    }

    @Override
    public NodeWriter link(Property property, URI target) {
        if (target != null) {
            xml.start(name(property), "rdf:resource", NodeWriter.absolute(property.getLocalName(), target))
                    .end();
        }
        return this;
    }

    @Override
    public NodeWriter part(Property property, Consumer<NodeWriter> words) {
        xml.start(name(property), "rdf:parseType", "Resource");
        words.accept(this);
        xml.end();
        return this;
    }

    private static String name(Property property) {
        return PREFIXES.get(property.getNameSpace()) + ":" + property.getLocalName();
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new TreeMap<>();
        Vocabulary.PREFIXES.forEach((prefix, namespace) -> prefixes.put(namespace, prefix));
        prefixes.put(Vocabulary.RDF, "rdf");
        return prefixes;
    }

    private static String[] rootAttributes() {
        return PREFIXES.entrySet().stream()
                .flatMap(entry -> Stream.of("xmlns:" + entry.getValue(), entry.getKey()))
                .toArray(String[]::new);
    }
}
