package org.vitrail.schema.dcat;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/** A finished graph in one of the forms of RDF. */
final class GraphText {
    private GraphText() {}

    static String turtle(Model model) {
        return RDFWriter.source(model).format(RDFFormat.TURTLE_PRETTY).asString();
    }

    /** JSON-LD 1.1 with its context inline; blank nodes are nested. Safe inside a script element. */
    static String jsonld(Model model) {
        return GraphJson.write(model);
    }

    /** RDF/XML; references by number, of which parsers allow any number ({@link org.vitrail.schema.xml.XmlWriter}). */
    static String rdfxml(Model model) {
        return RDFWriter.source(model)
                .format(RDFFormat.RDFXML_PLAIN)
                .asString()
                .replace("&lt;", "&#60;")
                .replace("&gt;", "&#62;")
                .replace("&amp;", "&#38;")
                .replace("&quot;", "&#34;");
    }
}
