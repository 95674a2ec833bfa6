package org.vitrail.ontology.load;

import java.io.InputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.vitrail.ontology.Ontology;

/** Reads the terms of an ontology in RDF/XML; what it imports is not read. The prolog was checked before. */
final class RdfXmlReader {
    private static final String NO_BASE = "urn:x-vitrail:ontology";

    private RdfXmlReader() {}

    /** @throws UnreadableOntology when it is not well-formed, was cut, or is no RDF */
    static Ontology read(String file, InputStream xml) {
        OwlStatements statements = new OwlStatements();
        try {
            RDFParser.source(xml)
                    .lang(Lang.RDFXML)
                    .base(NO_BASE)
                    .checking(false)
                    .errorHandler(new Faults(file))
                    .parse(statements);
        } catch (RiotException unreadable) {
            throw new UnreadableOntology(file, brief(unreadable.getMessage()));
        }
        return statements.ontology();
    }

    private static String brief(String message) {
        return String.valueOf(message).lines().findFirst().orElse("no RDF/XML");
    }

    /** Warnings are about the style of IRIs; errors end the reading. */
    private record Faults(String file) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            throw line > 0
                    ? new UnreadableOntology(file, line, brief(message))
                    : new UnreadableOntology(file, brief(message));
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }
}
