package org.vitrail.schema.dcat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.Examples;

/** Whatever arrives, the reader gives a record or says UnreadableRecord; nothing else ever leaves it. */
class HostileRecordTest {
    private static final List<String> SPLINTERS = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "&#0;",
            "&x;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "<?pi?>",
            "\u0000",
            "\uD800",
            " rdf:nodeID=\"x\"",
            " rdf:parseType=\"Collection\"",
            " rdf:parseType=\"Literal\"",
            " rdf:ID=\"a\"",
            " xml:base=\"http://x.org/\"",
            "<rdf:li>a</rdf:li>",
            " rdf:resource=\"a b\"",
            " rdf:about=\"../x\"",
            "-",
            "9999999999999999999",
            "é",
            "😀");

    private final VitrailRdfReader reader = new VitrailRdfReader();

    @Test
    void mutatedRecordsAreReadOrRefused() {
        String dataset = new VitrailRdfWriter().write(Examples.maize(true));
        String image = new VitrailRdfWriter().write(Examples.image());
        int refused = 0;
        for (long seed = 0; seed < 800; seed++) {
            Random random = new Random(seed);
            String mutated = mutate(seed % 2 == 0 ? dataset : image, random);
            try {
                if (seed % 2 == 0) {
                    reader.readDataset(mutated);
                } else {
                    reader.readImage(mutated);
                }
            } catch (UnreadableRecord e) {
                refused++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + " let " + e + " out", e);
            }
        }
        assertThat(refused).isBetween(100, 800);
    }

    private static String mutate(String record, Random random) {
        StringBuilder mutated = new StringBuilder(record);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(3)) {
                case 0 -> mutated.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 1 -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(40)));
                default -> mutated.setCharAt(at, (char) random.nextInt(0x250));
            }
        }
        return mutated.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 1_000, 100_000})
    void nestingIsBounded(int depth) {
        String nested = "<rdf:RDF xmlns:rdf='" + Vocabulary.RDF + "' xmlns:v='" + Vocabulary.VITRAIL
                + "'><v:Dataset rdf:about='http://x.org/a' v:node='not plain'>"
                + "<v:a rdf:parseType='Resource'>".repeat(depth) + "</v:a>".repeat(depth) + "</v:Dataset></rdf:RDF>";
        assertThatThrownBy(() -> reader.readDataset(nested)).isInstanceOf(UnreadableRecord.class);
    }
}
