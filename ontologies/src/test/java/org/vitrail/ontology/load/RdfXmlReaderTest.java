package org.vitrail.ontology.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.Synonym;
import org.vitrail.ontology.Synonym.Scope;
import org.vitrail.ontology.Term;

class RdfXmlReaderTest {
    private static final String TERMS = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
                xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
                xmlns:in="http://www.geneontology.org/formats/oboInOwl#" xmlns:obo="http://purl.obolibrary.org/obo/">
              <owl:Ontology rdf:about="http://purl.obolibrary.org/obo/x.owl">
                <owl:versionIRI rdf:resource="http://purl.obolibrary.org/obo/x/releases/2026-01-02/x.owl"/>
                <owl:imports rdf:resource="http://127.0.0.1:1/none.owl"/>
              </owl:Ontology>
              <owl:Class rdf:about="http://purl.obolibrary.org/obo/X_1">
                <rdfs:label>cerebellum</rdfs:label>
                <rdfs:label xml:lang="fr">cervelet</rdfs:label>
                <rdfs:label xml:lang="fr">petit cerveau</rdfs:label>
                <skos:altLabel xml:lang="en">little brain</skos:altLabel>
                <in:hasRelatedSynonym>parencephalon</in:hasRelatedSynonym>
                <in:hasNarrowSynonym>corpus cerebelli</in:hasNarrowSynonym>
                <in:hasAlternativeId>X:7</in:hasAlternativeId>
                <in:inSubset rdf:resource="http://purl.obolibrary.org/obo/x#slim"/>
                <obo:IAO_0000115>Part of
                    the hindbrain.</obo:IAO_0000115>
                <rdfs:subClassOf rdf:resource="http://purl.obolibrary.org/obo/X_2"/>
                <rdfs:subClassOf rdf:resource="http://www.w3.org/2002/07/owl#Thing"/>
                <rdfs:subClassOf>
                  <owl:Restriction>
                    <owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/BFO_0000050"/>
                    <owl:someValuesFrom rdf:resource="http://purl.obolibrary.org/obo/X_3"/>
                  </owl:Restriction>
                </rdfs:subClassOf>
                <rdfs:subClassOf>
                  <owl:Restriction>
                    <owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/RO_0002202"/>
                    <owl:someValuesFrom rdf:resource="http://purl.obolibrary.org/obo/X_8"/>
                  </owl:Restriction>
                </rdfs:subClassOf>
                <owl:equivalentClass>
                  <owl:Class>
                    <owl:intersectionOf rdf:parseType="Collection">
                      <rdf:Description rdf:about="http://purl.obolibrary.org/obo/X_4"/>
                      <owl:Restriction>
                        <owl:onProperty rdf:resource="http://purl.obolibrary.org/obo/BFO_0000050"/>
                        <owl:someValuesFrom rdf:resource="http://purl.obolibrary.org/obo/X_5"/>
                      </owl:Restriction>
                    </owl:intersectionOf>
                  </owl:Class>
                </owl:equivalentClass>
              </owl:Class>
              <owl:Class rdf:about="http://www.ebi.ac.uk/efo/EFO_0000002">
                <skos:prefLabel xml:lang="en">old one</skos:prefLabel>
                <owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</owl:deprecated>
                <obo:IAO_0100001 rdf:resource="http://purl.obolibrary.org/obo/X_1"/>
                <in:consider>X:3</in:consider>
              </owl:Class>
              <owl:ObjectProperty rdf:about="http://purl.obolibrary.org/obo/BFO_0000050">
                <rdfs:label>part of</rdfs:label>
              </owl:ObjectProperty>
              <owl:Axiom>
                <owl:annotatedSource rdf:resource="http://purl.obolibrary.org/obo/X_1"/>
                <owl:annotatedTarget>cerebellum</owl:annotatedTarget>
                <rdfs:label>no term</rdfs:label>
              </owl:Axiom>
            </rdf:RDF>
            """;

    private static Ontology read(String xml) {
        return RdfXmlReader.read("x.owl", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void ontologyNamesItselfAndItsClassesOnly() {
        Ontology ontology = read(TERMS);
        assertThat(ontology.acronym()).isEqualTo("X");
        assertThat(ontology.version()).isEqualTo("2026-01-02");
        assertThat(ontology.terms()).extracting(Term::id).containsExactly("X:1", "EFO:0000002");
    }

    @Test
    void labelsOfAllLanguagesAndSynonymsAreKept() {
        Term term = read(TERMS).terms().getFirst();
        assertThat(term.prefLabel()).isEqualTo("cerebellum");
        assertThat(term.labels()).containsEntry("fr", "cervelet").containsEntry("en", "cerebellum");
        assertThat(term.scopedSynonyms())
                .containsExactlyInAnyOrder(
                        new Synonym("petit cerveau", Scope.EXACT),
                        new Synonym("little brain", Scope.EXACT),
                        new Synonym("parencephalon", Scope.RELATED),
                        new Synonym("corpus cerebelli", Scope.NARROW));
        assertThat(term.notes().definition()).isEqualTo("Part of the hindbrain.");
        assertThat(term.notes().altIds()).containsExactly("X:7");
        assertThat(term.notes().subsets()).containsExactly("slim");
    }

    @Test
    void parentsAreFoundAlsoInsideIntersectionsAndPartOfStaysApart() {
        Term term = read(TERMS).terms().getFirst();
        assertThat(term.isA()).containsExactlyInAnyOrder("X:2", "X:4");
        assertThat(term.partOf()).containsExactlyInAnyOrder("X:3", "X:5");
    }

    @Test
    void deprecatedClassNamesItsReplacement() {
        Term term = read(TERMS).terms().getLast();
        assertThat(term.prefLabel()).isEqualTo("old one");
        assertThat(term.obsolete()).isTrue();
        assertThat(term.replacedBy()).isEqualTo("X:1");
        assertThat(term.notes().consider()).containsExactly("X:3");
    }

    @Test
    void listThatBitesItsTailEnds() {
        Ontology ontology = read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
                    xmlns:owl="http://www.w3.org/2002/07/owl#">
                  <owl:Class rdf:about="http://purl.obolibrary.org/obo/X_1">
                    <rdfs:label>one</rdfs:label>
                    <rdfs:subClassOf rdf:nodeID="a"/>
                  </owl:Class>
                  <owl:Class rdf:nodeID="a"><owl:intersectionOf rdf:nodeID="l"/></owl:Class>
                  <rdf:Description rdf:nodeID="l">
                    <rdf:first rdf:nodeID="a"/>
                    <rdf:rest rdf:nodeID="l"/>
                  </rdf:Description>
                </rdf:RDF>
                """);
        assertThat(ontology.terms()).singleElement().extracting(Term::id).isEqualTo("X:1");
    }

    @Test
    void fileCutAnywhereIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read(TERMS.substring(0, TERMS.indexOf("parencephalon"))))
                .isInstanceOf(UnreadableOntology.class)
                .hasMessageMatching("x\\.owl, line 1[0-9]: .*");
    }
}
