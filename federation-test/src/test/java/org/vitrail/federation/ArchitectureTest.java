package org.vitrail.federation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of docs/architecture.md, held against the compiled classes of every module. */
class ArchitectureTest {

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() throws IOException {
        try (var modules = Files.list(ProjectHome.path())) {
            List<Path> compiled = modules.map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
            classes = new ClassFileImporter().importPaths(compiled);
        }
    }

    @Test
    void everyModuleWithCodeIsLookedAt() {
        for (String room :
                List.of("schema", "ontology", "omezarr", "pixels", "store", "harvest", "node", "gateway", "cli")) {
            assertThat(classes.stream().anyMatch(type -> type.getPackageName().startsWith("org.vitrail." + room)))
                    .as("classes of org.vitrail.%s", room)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0} does not know {1}, because {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "schema   | io.quarkus..           | the words of the domain outlive the framework",
                "schema   | java.net.http..        | the schema has no network",
                "schema   | org.vitrail.ontology.. | ontologies build on the schema",
                "ontology | io.quarkus..           | the term table is usable by anybody",
                "pixels   | io.quarkus..           | the readers are usable without a node",
                "pixels   | org.vitrail.omezarr..  | a reader gives pixels, whatever becomes of them",
                "omezarr  | io.quarkus..           | the writer is usable without a node",
                "omezarr  | io.minio..             | pixels know a store interface, not S3",
                "omezarr  | org.vitrail.schema..   | pixels know no studies",
                "store    | io.quarkus..           | the store is usable by the command line",
                "harvest  | io.quarkus..           | the harvester is usable by the command line",
                "harvest  | co.elastic..           | what is done with records is the caller's",
                "node     | org.vitrail.gateway..  | node and gateway share protocols only",
                "node     | co.elastic..           | a node needs no search engine",
                "gateway  | org.vitrail.node..     | node and gateway share protocols only",
                "gateway  | io.minio..             | pixels come from the node that owns them"
            })
    void arrow(String from, String to, String because) {
        noClasses()
                .that()
                .resideInAPackage("org.vitrail." + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to)
                .because(because)
                .check(classes);
    }

    /** They run what others made beside what is ours. */
    private static final String MEASUREMENTS = "org.vitrail.cli.bench..";

    @ParameterizedTest(name = "{0} is confined to {1}")
    @CsvSource({
        "io.minio..,            org.vitrail.store..",
        "io.gdcc.xoai..,        org.vitrail.node.oaipmh..",
        "com.scalableminds..,   org.vitrail.omezarr..",
        "io.jhdf..,             org.vitrail.pixels.hdf5..",
        "com.sun.jna..,         org.vitrail.pixels.slide..",
        "com.github.kagkarlsson.., org.vitrail.node.."
    })
    void confined(String library, String room) {
        noClasses()
                .that()
                .resideInAPackage("org.vitrail..")
                .and()
                .resideOutsideOfPackages(room, MEASUREMENTS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that is seen in one place can be replaced in one place")
                .check(classes);
    }

    @Test
    void elasticsearchClientStaysInIndexSearchAndIngest() {
        noClasses()
                .that()
                .resideInAPackage("org.vitrail..")
                .and()
                .resideOutsideOfPackages(
                        "org.vitrail.gateway.index..", "org.vitrail.gateway.search..", "org.vitrail.gateway.ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("co.elastic..")
                .because("the engine is a projection behind three rooms")
                .check(classes);
    }

    @ParameterizedTest(name = "features of {0} are free of cycles")
    @CsvSource({
        "org.vitrail.node",
        "org.vitrail.gateway",
        "org.vitrail.schema",
        "org.vitrail.ontology",
        "org.vitrail.harvest",
        "org.vitrail.pixels",
        "org.vitrail.pixels.tiff"
    })
    void featuresAreFreeOfCycles(String application) {
        slices().matching(application + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature is read and changed alone")
                .check(classes);
    }
}
