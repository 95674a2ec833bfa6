package org.vitrail.ontology.load;

/** IRIs of the statements about terms that are kept. */
final class OwlWords {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    static final String OWL = "http://www.w3.org/2002/07/owl#";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String IN_OWL = "http://www.geneontology.org/formats/oboInOwl#";
    static final String DOAP = "http://usefulinc.com/ns/doap#";
    static final String OBO = "http://purl.obolibrary.org/obo/";

    private OwlWords() {}

    /** BFO's, and those of ontologies that have a property of their own by this name. */
    static boolean isPartOf(String property) {
        return property.equals(OBO + "BFO_0000050")
                || OntologyNames.lastSegment(property).equals("part_of");
    }
}
