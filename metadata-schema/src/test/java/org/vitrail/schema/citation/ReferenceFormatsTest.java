package org.vitrail.schema.citation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.PublishedDataset;

class ReferenceFormatsTest {
    /** Properties of an item in the CSL-JSON schema 1.0.2 that we use; it allows no others than it lists. */
    private static final Set<String> CSL = Set.of(
            "id",
            "type",
            "title",
            "author",
            "issued",
            "publisher",
            "version",
            "genre",
            "DOI",
            "URL",
            "abstract",
            "keyword");

    private final BibTexWriter bibtex = new BibTexWriter();
    private final RisWriter ris = new RisWriter();
    private final CslWriter csl = new CslWriter();

    private static PublishedDataset by(String name) {
        return Examples.by(true, List.of(new Agent(name, null, null, null, null)), List.of("a, b", "a, b"));
    }

    @Test
    void risSaysWhatReferenceManagersImport() {
        assertThat(ris.write(Examples.maize(true)).split("\r\n"))
                .startsWith("TY  - DATA", "AU  - Depositor, Demo", "AU  - Broad Bioimage Benchmark Collection")
                .contains(
                        "TI  - Maize stem section",
                        "PY  - 2026",
                        "DA  - 2026/11/22/",
                        "PB  - Demo institution of Nantes",
                        "ET  - 2",
                        "AN  - 3k7q9m2xdc",
                        "DO  - 10.83962/vt.version2",
                        "UR  - https://doi.org/10.83962/vt.version2",
                        "KW  - plant tissue",
                        "KW  - Zea mays",
                        "N1  - License: Creative Commons Attribution 4.0 International")
                .endsWith("ER  - ");
    }

    @Test
    void everyLineOfAnyRisIsATag() {
        for (long seed = 0; seed < 300; seed++) {
            String reference = ris.write(new GeneratedRecords(seed).dataset());
            assertThat(reference).startsWith("TY  - DATA\r\n").endsWith("\r\nER  - \r\n");
            assertThat(reference.split("\r\n", -1))
                    .as("seed %d", seed)
                    .allMatch(line -> line.isEmpty() || line.matches("[A-Z][A-Z0-9]  - [^\\r\\n\u2028\u0085]*"));
        }
    }

    @Test
    void cslItemIsADataset() throws Exception {
        JsonNode item = new ObjectMapper().readTree(csl.write(Examples.maize(true)));
        assertThat(item.at("/id").asText()).isEqualTo("vitrail-3k7q9m2xdc-v2");
        assertThat(item.at("/type").asText()).isEqualTo("dataset");
        assertThat(item.at("/author/0/family").asText()).isEqualTo("Depositor");
        assertThat(item.at("/author/0/given").asText()).isEqualTo("Demo");
        assertThat(item.at("/author/1/literal").asText()).isEqualTo("Broad Bioimage Benchmark Collection");
        assertThat(item.at("/issued/date-parts/0").toString()).isEqualTo("[2026,11,22]");
        assertThat(item.at("/version").isTextual()).isTrue();
        assertThat(item.at("/DOI").asText()).isEqualTo("10.83962/vt.version2");
    }

    @Test
    void cslKeepsParticlesApart() throws Exception {
        JsonNode author = new ObjectMapper()
                .readTree(csl.write(by("van der Depositor, Demo de, Jr.")))
                .at("/author/0");
        assertThat(author.at("/non-dropping-particle").asText()).isEqualTo("van der");
        assertThat(author.at("/family").asText()).isEqualTo("Depositor");
        assertThat(author.at("/given").asText()).isEqualTo("Demo");
        assertThat(author.at("/dropping-particle").asText()).isEqualTo("de");
        assertThat(author.at("/suffix").asText()).isEqualTo("Jr.");
        assertThat(new ObjectMapper()
                        .readTree(csl.write(by("Plato")))
                        .at("/author/0/literal")
                        .asText())
                .isEqualTo("Plato");
    }

    @Test
    void generatedItemsUseOnlyWhatTheSchemaAllows() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            JsonNode item = new ObjectMapper().readTree(csl.write(new GeneratedRecords(seed).dataset()));
            Set<String> used = new TreeSet<>();
            item.fieldNames().forEachRemaining(used::add);
            assertThat(CSL).as("seed %d", seed).containsAll(used);
            item.path("author").forEach(author -> assertThat(author.isEmpty()).isFalse());
            assertThat(item.at("/type").asText()).isEqualTo("dataset");
        }
    }

    @Test
    void demonstrationIdentifierIsInNone() {
        PublishedDataset dataset = Examples.maize(false);
        for (String written : List.of(bibtex.write(dataset), ris.write(dataset), csl.write(dataset))) {
            assertThat(written)
                    .doesNotContainIgnoringCase("doi")
                    .doesNotContain("vitrail-demo")
                    .contains(Examples.BASE + "/v2");
        }
    }

    @Test
    void bibTexEscapesAndKeepsBracesBalanced() {
        String entry = bibtex.write(Examples.dataset("50% of {A_b} & #1 \\ ~ }{", "", true));
        assertThat(entry)
                .startsWith("@misc{vitrail-3k7q9m2xdc-v2,")
                .contains("50\\% of \\textbraceleft{}A\\_b\\textbraceright{} \\& \\#1")
                .contains("author = {Depositor, Demo and {Broad Bioimage Benchmark Collection}}")
                .contains("doi = {10.83962/vt.version2}");
    }

    @Test
    void bibTexReadsEveryAuthorAsOne() {
        assertThat(bibtex.write(by("Depositor, Demo, Jr."))).contains("author = {Depositor, Jr., Demo}");
        assertThat(bibtex.write(by("Anna and Bea"))).contains("author = {{Anna and Bea}}");
        assertThat(bibtex.write(by("others"))).contains("author = {{others}}");
        assertThat(bibtex.write(by("a, b, c, d"))).contains("author = {{a, b, c, d}}");
        assertThat(bibtex.write(by("van der Depositor, Demo"))).contains("author = {van der Depositor, Demo}");
    }

    @Test
    void generatedEntriesAreBalancedWithAPlainKey() {
        for (long seed = 0; seed < 300; seed++) {
            String entry = bibtex.write(new GeneratedRecords(seed).dataset());
            assertThat(entry).as("seed %d", seed).matches("(?s)@misc\\{vitrail-[A-Za-z0-9]*-v\\d+,\n.*\n}\n");
            int depth = 0;
            for (char c : entry.toCharArray()) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                assertThat(depth).as("seed %d", seed).isNotNegative();
            }
            assertThat(depth).as("seed %d", seed).isZero();
        }
    }
}
