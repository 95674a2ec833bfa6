package org.vitrail.node.rdf;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Names of graphs and properties that the projection writes beside those of the descriptions. */
final class Words {
    static final String VITRAIL = "https://w3id.org/vitrail/terms#";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

    /** Graph, and subject in it, that says how far the projection is. */
    static final Node PROJECTION = NodeFactory.createURI("urn:x-vitrail:projection");

    /** Graph of the terms in use and what is above them. */
    static final Node TERMS = NodeFactory.createURI("urn:x-vitrail:terms");

    /** Last change of the log that the graphs hold. */
    static final Node SEQUENCE = NodeFactory.createURI(VITRAIL + "sequence");

    /** What the graphs depend on beside the change log; another form makes them anew. */
    static final Node FORM = NodeFactory.createURI(VITRAIL + "projectionForm");

    static final Node LABEL = NodeFactory.createURI(RDFS + "label");
    static final Node BROADER = NodeFactory.createURI(SKOS + "broader");
    static final Node NOTATION = NodeFactory.createURI(SKOS + "notation");

    /** Prefixes that a query may use without declaring them, and that answers use. */
    static final Map<String, String> PREFIXES = Map.of(
            "vitrail", VITRAIL,
            "skos", SKOS,
            "rdfs", RDFS,
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#",
            "dct", "http://purl.org/dc/terms/",
            "dcat", "http://www.w3.org/ns/dcat#",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "schema", "https://schema.org/",
            "obo", "http://purl.obolibrary.org/obo/");

    private Words() {}
}
