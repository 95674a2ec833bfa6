package org.vitrail.schema.dcat;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.vitrail.schema.dcat.DescribedNode.Value;

/** Reads any RDF/XML by Jena: for records of other writers, and to judge what is wrong with a bad one. */
final class JenaRdfXml {
    /** Ours are four deep; more would be somebody's cycle. */
    private static final int MAX_DEPTH = 6;

    private JenaRdfXml() {}

    /**
     * All subjects with an IRI, each with what it leads to.
     *
     * @throws UnreadableRecord when it is no RDF/XML
     */
    static List<DescribedNode> read(String rdfXml) {
        Model model = ModelFactory.createDefaultModel();
        try {
            RDFParser.fromString(rdfXml, Lang.RDFXML)
                    .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                    .parse(model);
        } catch (RiotException e) {
            throw new UnreadableRecord("The record is not RDF/XML: " + e.getMessage(), e);
        }
        return model.listSubjects()
                .filterKeep(Resource::isURIResource)
                .filterKeep(subject -> subject.hasProperty(Vocabulary.TYPE, Vocabulary.DATASET)
                        || subject.hasProperty(Vocabulary.TYPE, Vocabulary.IMAGE))
                .mapWith(subject -> node(subject, 1))
                .toList();
    }

    private static DescribedNode node(Resource resource, int depth) {
        DescribedNode node = new DescribedNode(resource.getURI());
        for (Statement statement : resource.listProperties().toList()) {
            node.add(statement.getPredicate().getURI(), value(statement.getObject(), depth));
        }
        return node;
    }

    private static Value value(RDFNode object, int depth) {
        if (object.isLiteral()) {
            return new Value.Text(object.asLiteral().getLexicalForm());
        }
        Resource resource = object.asResource();
        boolean described = resource.isAnon() || resource.listProperties().hasNext();
        if (described && depth < MAX_DEPTH) {
            return new Value.Part(node(resource, depth + 1));
        }
        return new Value.Link(String.valueOf(resource.getURI()));
    }
}
