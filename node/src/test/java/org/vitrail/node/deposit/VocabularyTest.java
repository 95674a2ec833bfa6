package org.vitrail.node.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.OntologyFault;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermTable;
import org.vitrail.ontology.store.DamagedStore;
import org.vitrail.ontology.store.OntologyStore;

/** The terms that a node knows after its start, by its setting. */
class VocabularyTest {
    @TempDir
    Path folder;

    private static TermTable start(Path ontologies) throws Exception {
        return new Vocabulary().terms(() -> Optional.ofNullable(ontologies));
    }

    private Path loaded() throws Exception {
        Term term = new Term(
                "X:1", "glowing", Map.of("en", "glowing"), List.of(), Branch.OTHER, List.of(), List.of(), false, null);
        Path store = folder.resolve("store");
        new OntologyStore(store, Clock.systemUTC()).save(new Ontology("X", "1", List.of(term)), "x.obo");
        return store;
    }

    @Test
    void withoutAFolderItKnowsTheShippedTerms() throws Exception {
        assertThat(start(null).findTerm("NCBITaxon:4577")).isPresent();
    }

    @Test
    void loadedTermsStandBesideTheShippedOnes() throws Exception {
        TermTable table = start(loaded());
        assertThat(table.findTerm("X:1")).isPresent();
        assertThat(table.findTerm("NCBITaxon:4577")).isPresent();
    }

    @Test
    void aFolderThatIsNotThereRefusesTheStartByItsSetting() {
        assertThatThrownBy(() -> start(folder.resolve("none")))
                .isInstanceOf(OntologyFault.class)
                .hasMessageContaining("vitrail.ontologies.folder")
                .hasMessageContaining("ontologies load");
    }

    @Test
    void aDamagedFolderRefusesTheStartAndNamesTheFile() throws Exception {
        Path store = loaded();
        Path file;
        try (var files = Files.walk(store)) {
            file = files.filter(path -> path.toString().endsWith(".gz"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> start(store))
                .isInstanceOf(DamagedStore.class)
                .hasMessageContaining(file.getFileName().toString());
    }
}
