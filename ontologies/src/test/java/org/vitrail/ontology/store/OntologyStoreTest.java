package org.vitrail.ontology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.OntologyFault;
import org.vitrail.ontology.SharedOntologies;
import org.vitrail.ontology.Synonym;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermNotes;
import org.vitrail.ontology.TermTable;

class OntologyStoreTest {
    @TempDir
    Path folder;

    private OntologyStore at(String instant) {
        return new OntologyStore(folder.resolve("store"), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    private static Ontology ontology(String version, String... labels) {
        List<Term> terms = new ArrayList<>();
        for (String label : labels) {
            terms.add(new Term(
                    "X:" + terms.size(),
                    label,
                    Map.of("en", label, "fr", "le " + label, "de", "das " + label),
                    List.of(new Synonym("tab\tand \"quote\"", Synonym.Scope.BROAD)),
                    Branch.OTHER,
                    List.of("X:9"),
                    List.of("X:8"),
                    true,
                    "X:7",
                    new TermNotes("what it is \uD83D\uDD2C", List.of("X:6"), List.of("X:5"), List.of("slim"))));
        }
        return new Ontology("X", version, terms);
    }

    @Test
    void whatIsKeptIsReadBackWhole() throws Exception {
        Ontology ontology = ontology("2026-01-01", "one", "two");
        KeptVersion kept = at("2026-02-02T00:00:00Z").save(ontology, "x.obo");
        OntologyStore again = at("2027-01-01T00:00:00Z");
        assertThat(again.versions()).containsExactly(kept);
        assertThat(again.read(kept)).isEqualTo(ontology);
        assertThat(kept.loadedAt()).isEqualTo("2026-02-02T00:00:00Z");
        assertThat(kept.terms()).isEqualTo(2);
    }

    @Test
    void everyTermOfARealOntologyIsReadBack() throws Exception {
        Ontology pato = SharedOntologies.read("pato.obo");
        OntologyStore store = at("2026-02-02T00:00:00Z");
        assertThat(store.read(store.save(pato, "pato.obo")).terms().equals(pato.terms()))
                .isTrue();
    }

    @Test
    void newestIsInUseUntilAnotherIsChosen() throws Exception {
        at("2026-03-01T00:00:00Z").save(ontology("2026-01-01", "new"), "x");
        at("2026-03-02T00:00:00Z").save(ontology("2025-01-01", "old"), "x");
        OntologyStore store = at("2026-03-03T00:00:00Z");
        assertThat(store.versions()).extracting(KeptVersion::version).containsExactly("2025-01-01", "2026-01-01");
        assertThat(store.versionsInUse()).extracting(KeptVersion::version).containsExactly("2026-01-01");
        store.use("x", Optional.of("2025-01-01"));
        assertThat(store.versionsInUse()).extracting(KeptVersion::version).containsExactly("2025-01-01");
        store.use("x", Optional.empty());
        assertThat(store.versionsInUse()).extracting(KeptVersion::version).containsExactly("2026-01-01");
        assertThatThrownBy(() -> store.use("X", Optional.of("2024-01-01")))
                .isInstanceOf(OntologyFault.class)
                .hasMessageContaining("There is no X 2024-01-01");
    }

    @Test
    void aVersionNeverChanges() throws Exception {
        OntologyStore store = at("2026-03-01T00:00:00Z");
        KeptVersion kept = store.save(ontology("1", "one"), "x");
        assertThat(at("2026-04-01T00:00:00Z").save(ontology("1", "one"), "y")).isEqualTo(kept);
        assertThatThrownBy(() -> store.save(ontology("1", "other"), "x"))
                .isInstanceOf(OntologyFault.class)
                .hasMessageContaining("X 1 is kept already, with other terms");
        assertThat(store.read(kept).terms()).extracting(Term::prefLabel).containsExactly("one");
        assertThat(store.versions()).hasSize(1);
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() throws Exception {
        OntologyStore store = at("2026-03-01T00:00:00Z");
        for (String name : List.of("", "..", "../x", "a/b", "-x", "x y")) {
            assertThatThrownBy(() -> store.save(new Ontology(name, "1", List.of()), "x"))
                    .isInstanceOf(OntologyFault.class)
                    .hasMessageContaining("--as");
        }
        assertThatThrownBy(() -> store.save(new Ontology("X", "../1", List.of()), "x"))
                .hasMessageContaining("--version");
        assertThat(store.save(new Ontology("X", "v 1/2", List.of()), "x").version())
                .isEqualTo("v-1-2");
        assertThat(store.save(ontology("", "one"), "x").version()).matches("undated-[0-9a-f]{12}");
    }

    @Test
    void killedLoadLeavesTheStoreAsItWas() throws Exception {
        OntologyStore store = at("2026-03-01T00:00:00Z");
        store.save(ontology("1", "one"), "x");
        Path table = folder.resolve("store/X/2.jsonl.gz");
        Files.writeString(table, "half a tab");
        Files.writeString(folder.resolve("store/X/.unfinished-1"), "half");
        assertThat(store.versions()).extracting(KeptVersion::version).containsExactly("1");
        KeptVersion kept = store.save(ontology("2", "two"), "x");
        assertThat(store.read(kept).terms()).extracting(Term::prefLabel).containsExactly("two");
    }

    @Test
    void damageIsNoticedAndNamed() throws Exception {
        OntologyStore store = at("2026-03-01T00:00:00Z");
        KeptVersion one = store.save(ontology("1", "one"), "x");
        KeptVersion two = store.save(ontology("2", "two"), "x");
        Path table = folder.resolve("store/X/1.jsonl.gz");
        Files.copy(folder.resolve("store/X/2.jsonl.gz"), table, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> store.read(one))
                .isInstanceOf(DamagedStore.class)
                .hasMessageContaining("1.jsonl.gz");
        Files.write(table, Arrays.copyOf(Files.readAllBytes(table), 30));
        assertThatThrownBy(() -> store.read(one)).isInstanceOf(DamagedStore.class);
        assertThat(store.read(two).terms()).hasSize(1);
        Files.writeString(folder.resolve("store/versions.json"), "[{");
        assertThatThrownBy(store::versions).isInstanceOf(DamagedStore.class).hasMessageContaining("versions.json");
    }

    @Test
    void loadsAtOnceAreAllKept() throws Exception {
        List<Callable<Object>> loads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Ontology ontology = ontology("v" + i, "label " + i);
            loads.add(() -> saveSometime(ontology));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> load : threads.invokeAll(loads)) {
                load.get();
            }
        }
        OntologyStore store = at("2026-03-01T00:00:00Z");
        assertThat(store.versions()).hasSize(8);
        for (KeptVersion kept : store.versions()) {
            assertThat(store.read(kept).terms())
                    .singleElement()
                    .extracting(Term::prefLabel)
                    .isEqualTo("label " + kept.version().substring(1));
        }
    }

    private KeptVersion saveSometime(Ontology ontology) throws IOException, InterruptedException {
        while (true) {
            try {
                return at("2026-03-01T00:00:00Z").save(ontology, "x");
            } catch (OntologyFault busy) {
                Thread.sleep(5);
            }
        }
    }

    @Test
    void ownOntologyCountsMostAndShippedLabelsStay() throws Exception {
        Term shipped = TermTable.builtIn().findTerm("CL:0000540").orElseThrow();
        Term own = term("CL:0000540", "neuron of CL", "CL:0000000");
        OntologyStore store = at("2026-03-01T00:00:00Z");
        store.save(new Ontology("A", "1", List.of(term("CL:0000540", "neuron of A", "X:1"))), "a");
        store.save(new Ontology("CL", "1", List.of(own, term("CL:7777777", "new cell", "CL:0000540"))), "cl");
        TermTable table = StoredVocabulary.table(Optional.of(folder.resolve("store")));
        Term neuron = table.findTerm("CL:0000540").orElseThrow();
        assertThat(neuron.prefLabel()).isEqualTo("neuron of CL");
        assertThat(neuron.labels()).containsEntry("fr", shipped.labels().get("fr"));
        assertThat(neuron.isA()).contains("CL:0000000", "X:1").containsAll(shipped.isA());
        assertThat(table.ancestors("CL:7777777")).contains("CL:0000540");
        assertThat(table.findTerm("NCBITaxon:4577")).isPresent();
        assertThat(StoredVocabulary.table(Optional.empty())).isSameAs(TermTable.builtIn());
        assertThat(StoredVocabulary.table(Optional.of(folder.resolve("none")))
                        .terms()
                        .size())
                .isEqualTo(TermTable.builtIn().terms().size());
        assertThatThrownBy(() -> StoredVocabulary.configured("a.setting", Optional.of(folder.resolve("none"))))
                .isInstanceOf(OntologyFault.class)
                .hasMessageStartingWith("a.setting: there is no folder");
    }

    private static Term term(String id, String label, String parent) {
        return new Term(
                id,
                label,
                Map.of("en", label),
                List.<String>of(),
                Branch.of(id),
                List.of(parent),
                List.of(),
                false,
                null);
    }
}
