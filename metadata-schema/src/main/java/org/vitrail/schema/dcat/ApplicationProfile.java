package org.vitrail.schema.dcat;

import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.xml.XmlText;

/**
 * What DCAT-AP demands beyond DCAT: every value of certain properties states its class, agents and concepts have a name.
 * DCAT-AP 3.0.1, "usage notes" of Dataset, Distribution, Agent and Concept.
 */
final class ApplicationProfile {
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final Property PREF_LABEL = Vocabulary.property(SKOS, "prefLabel");
    private static final Resource AGENT = Vocabulary.resource(Vocabulary.FOAF, "Agent");
    private static final Resource DOCUMENT = Vocabulary.resource(Vocabulary.FOAF, "Document");
    private static final Resource ANYTHING = Vocabulary.resource(Vocabulary.RDFS, "Resource");
    private static final Map<Property, Resource> RANGES = Map.of(
            Vocabulary.CREATOR,
            AGENT,
            Vocabulary.PUBLISHER,
            AGENT,
            Vocabulary.LICENSE,
            Vocabulary.resource(Vocabulary.DCT, "LicenseDocument"),
            Vocabulary.property(Vocabulary.DCT, "accessRights"),
            Vocabulary.resource(Vocabulary.DCT, "RightsStatement"),
            Vocabulary.property(Vocabulary.DCAT, "mediaType"),
            Vocabulary.resource(Vocabulary.DCT, "MediaType"),
            Vocabulary.property(Vocabulary.DCAT, "theme"),
            Vocabulary.resource(SKOS, "Concept"),
            Vocabulary.property(Vocabulary.DCAT, "landingPage"),
            DOCUMENT);

    /** Of a catalog and its services. */
    private static final Map<Property, Resource> CATALOG_RANGES = Map.of(
            Vocabulary.property(Vocabulary.FOAF, "homepage"),
            DOCUMENT,
            Vocabulary.property(Vocabulary.DCAT, "endpointURL"),
            ANYTHING,
            Vocabulary.property(Vocabulary.DCAT, "endpointDescription"),
            ANYTHING);

    private ApplicationProfile() {}

    /** Adds classes and missing names to a finished graph. */
    static void complete(Model model) {
        classify(model, RANGES);
        classify(model, CATALOG_RANGES);
        model.listSubjectsWithProperty(Vocabulary.TYPE, AGENT)
                .filterDrop(agent -> agent.hasProperty(Vocabulary.NAME))
                .toList()
                .forEach(agent -> agent.addProperty(Vocabulary.NAME, "unknown"));
    }

    private static void classify(Model model, Map<Property, Resource> ranges) {
        ranges.forEach((property, type) -> model.listObjectsOfProperty(property)
                .toList()
                .forEach(value -> value.asResource().addProperty(Vocabulary.TYPE, type)));
    }

    /** The name of a concept, unless it has one. */
    static void name(Resource concept, String name) {
        if (!concept.hasProperty(PREF_LABEL)) {
            concept.addProperty(PREF_LABEL, XmlText.legal(name));
        }
    }
}
