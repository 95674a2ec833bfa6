package org.vitrail.node.rdf;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.RDF;

/** What the endpoint says of itself to who asks nothing. SPARQL 1.1 Service Description. */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private ServiceDescription() {}

    /** @param endpoint its public address */
    static String write(String endpoint, ResultFormat format) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("sd", SD);
        Resource service = model.createResource(endpoint);
        service.addProperty(RDF.type, model.createResource(SD + "Service"))
                .addProperty(model.createProperty(SD, "endpoint"), service)
                .addProperty(model.createProperty(SD, "feature"), model.createResource(SD + "UnionDefaultGraph"));
        for (String language : new String[] {"SPARQL11Query", "SPARQL10Query"}) {
            service.addProperty(model.createProperty(SD, "supportedLanguage"), model.createResource(SD + language));
        }
        for (String result : new String[] {
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "JSON-LD",
            "RDF_XML",
            "N-Triples"
        }) {
            service.addProperty(model.createProperty(SD, "resultFormat"), model.createResource(FORMATS + result));
        }
        Resource dataset = model.createResource().addProperty(RDF.type, model.createResource(SD + "Dataset"));
        dataset.addProperty(
                model.createProperty(SD, "defaultGraph"),
                model.createResource().addProperty(RDF.type, model.createResource(SD + "Graph")));
        service.addProperty(model.createProperty(SD, "defaultDataset"), dataset);
        return RDFWriter.source(model).lang(format.language()).asString();
    }
}
