package org.vitrail.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/** Every row marked "checked" says what the ontologies' own files say. */
class ShippedFactsTest {
    private record Fact(String name, Set<String> parents) {}

    @Test
    void cellTypesAndAnatomyAreTheOntologysOwn() throws Exception {
        Map<String, Fact> facts = new HashMap<>();
        for (String file : List.of("cl-terms-used-by-go.obo", "cl-general_cell_types_upper_slim.obo")) {
            for (Term term : SharedOntologies.read(file).terms()) {
                Set<String> parents = new HashSet<>(term.isA());
                term.partOf().forEach(whole -> parents.add("part_of " + whole));
                facts.merge(term.id(), new Fact(term.prefLabel(), parents), ShippedFactsTest::both);
            }
        }
        check(facts, "CL:", "UBERON:");
    }

    @Test
    void imagingMethodsAreTheOntologysOwn() throws Exception {
        Map<String, Fact> facts = new HashMap<>();
        Model fbbi =
                RDFDataMgr.loadModel(SharedOntologies.path("fbbi.owl").toUri().toString());
        for (Resource term : fbbi.listSubjectsWithProperty(RDFS.label).toList()) {
            if (curie(term) != null) {
                Set<String> parents = new HashSet<>();
                term.listProperties(RDFS.subClassOf).forEach(s -> addCurie(parents, s.getObject()));
                term.listProperties(OWL.equivalentClass)
                        .forEach(s -> s.getResource()
                                .listProperties(OWL.intersectionOf)
                                .forEach(members ->
                                        members.getList().iterator().forEach(member -> addCurie(parents, member))));
                String label = term.getProperty(RDFS.label).getString();
                facts.merge(curie(term), new Fact(label, parents), ShippedFactsTest::both);
            }
        }
        check(facts, "FBbi:");
    }

    @Test
    void noShippedTermIsObsoleteInItsFile() throws Exception {
        for (String file : List.of("cl-terms-used-by-go.obo", "cl-general_cell_types_upper_slim.obo", "fbbi.owl")) {
            for (Term term : SharedOntologies.read(file).terms()) {
                assertThat(term.obsolete()
                                && TermTable.builtIn()
                                        .findTerm(term.id())
                                        .map(t -> !t.obsolete())
                                        .orElse(false))
                        .as(term.id())
                        .isFalse();
            }
        }
    }

    private static void check(Map<String, Fact> facts, String... prefixes) throws Exception {
        Set<String> checked = checkedIds();
        int rows = 0;
        for (Term term : TermTable.builtIn().terms()) {
            if (List.of(prefixes).stream().noneMatch(term.id()::startsWith) || !checked.contains(term.id())) {
                continue;
            }
            rows++;
            Fact fact = facts.get(term.id());
            assertThat(fact).as("%s is a term of its ontology", term.id()).isNotNull();
            assertThat(term.prefLabel()).isEqualTo(fact.name().strip().replaceAll("\\s+", " "));
            assertThat(fact.parents()).as("is_a of %s", term.id()).containsAll(term.isA());
            List<String> wholes =
                    term.partOf().stream().map(whole -> "part_of " + whole).toList();
            assertThat(fact.parents()).as("part_of of %s", term.id()).containsAll(wholes);
        }
        assertThat(rows).isGreaterThan(100);
    }

    private static Set<String> checkedIds() throws Exception {
        Set<String> ids = new HashSet<>();
        try (InputStream in = TermTable.class.getResourceAsStream(VocabularyFile.NAME);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(columns -> columns.length > 7 && columns[7].equals("checked"))
                    .forEach(columns -> ids.add(columns[0]));
        }
        return ids;
    }

    private static Fact both(Fact a, Fact b) {
        List<String> parents = new ArrayList<>(a.parents());
        parents.addAll(b.parents());
        return new Fact(a.name(), Set.copyOf(parents));
    }

    private static void addCurie(Set<String> parents, RDFNode node) {
        if (node.isURIResource() && curie(node.asResource()) != null) {
            parents.add(curie(node.asResource()));
        }
    }

    private static String curie(Resource term) {
        String iri = String.valueOf(term.getURI());
        String obo = "http://purl.obolibrary.org/obo/FBbi_";
        return iri.startsWith(obo) ? "FBbi:" + iri.substring(obo.length()) : null;
    }
}
