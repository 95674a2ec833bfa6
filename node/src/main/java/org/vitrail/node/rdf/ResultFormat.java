package org.vitrail.node.rdf;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** How answers are written. SPARQL 1.1 Query Results JSON, XML, CSV and TSV; RDF 1.1 syntaxes. The first of a kind is its default. */
enum ResultFormat {
    JSON(true, ResultSetLang.RS_JSON, "application/sparql-results+json", "application/json"),
    XML(true, ResultSetLang.RS_XML, "application/sparql-results+xml", "application/xml", "text/xml"),
    CSV(true, ResultSetLang.RS_CSV, "text/csv"),
    TSV(true, ResultSetLang.RS_TSV, "text/tab-separated-values"),
    TURTLE(false, Lang.TURTLE, "text/turtle"),
    JSONLD(false, Lang.JSONLD, "application/ld+json"),
    RDFXML(false, Lang.RDFXML, "application/rdf+xml"),
    NTRIPLES(false, Lang.NTRIPLES, "application/n-triples");

    private final boolean rows;
    private final Lang language;
    private final List<MediaType> types;

    ResultFormat(boolean rows, Lang language, String... types) {
        this.rows = rows;
        this.language = language;
        this.types = Arrays.stream(types).map(MediaType::valueOf).toList();
    }

    /** Those that can carry the answer to a query, the default first. */
    static List<ResultFormat> of(Query query) {
        boolean rows = query.isSelectType() || query.isAskType();
        return Arrays.stream(values()).filter(format -> format.rows == rows).toList();
    }

    /** By the word of the parameter {@code format}, as {@code csv}. */
    static Optional<ResultFormat> findByName(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }

    boolean accepts(MediaType accepted) {
        return types.stream().anyMatch(type -> type.isCompatible(accepted));
    }

    Lang language() {
        return language;
    }

    /** The word of the parameter {@code format}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for people. */
    String title() {
        return switch (this) {
            case TURTLE -> "Turtle";
            case JSONLD -> "JSON-LD";
            case RDFXML -> "RDF/XML";
            case NTRIPLES -> "N-Triples";
            default -> name();
        };
    }

    /** What is said in Content-Type. */
    String contentType() {
        String type = types.getFirst().toString();
        return this == CSV || this == TSV || this == TURTLE ? type + ";charset=UTF-8" : type;
    }
}
