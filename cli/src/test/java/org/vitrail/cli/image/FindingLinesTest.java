package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How findings are told to people. */
class FindingLinesTest {

    private static Map<?, ?> finding(String kind, String file, String where, String treatment) {
        return Map.of("kind", kind, "file", file, "where", where, "reason", "Look at it.", "treatment", treatment);
    }

    @Test
    void placesOfAKindStandOnOneLineAndThoseForACuratorFirst() {
        List<Map<?, ?>> findings = List.of(
                finding("DATE", "a.dcm", "StudyDate", "REMOVED"),
                finding("PERSON_NAME", "a.dcm", "PatientName", "REMOVED"),
                finding("DATE", "a.dcm", "SeriesDate", "REMOVED"),
                finding("DATE", "b.dcm", "StudyDate", "REMOVED"),
                finding("FACE", "a.dcm", "the whole volume", "CURATOR"));

        assertThat(FindingLines.of(findings))
                .containsExactly(
                        "face, for a curator, 1 in a.dcm: the whole volume. Look at it.",
                        "date, removed, 3 in 2 files: StudyDate, SeriesDate",
                        "person name, removed, 1 in a.dcm: PatientName");
    }

    @Test
    void manyPlacesAreCounted() {
        List<Map<?, ?>> findings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            findings.add(finding("UID", "a.dcm", "place " + i, "REMOVED"));
        }

        assertThat(FindingLines.of(findings)).hasSize(1);
        assertThat(FindingLines.of(findings).get(0))
                .startsWith("UID, removed, 40 in a.dcm: place 0, place 1,")
                .endsWith("place 11 and 28 more places");
    }

    @Test
    void allAreToldOneByOneWhenTheyAreWanted() {
        Map<String, Object> facts = Map.of(
                "findings",
                List.of(
                        finding("DATE", "a.dcm", "StudyDate", "REMOVED"),
                        finding("DATE", "a.dcm", "SeriesDate", "REMOVED")));

        assertThat(printed(facts, false)).hasSize(3).anyMatch(line -> line.contains("StudyDate, SeriesDate"));
        assertThat(printed(facts, false)).last().asString().contains("--findings");
        assertThat(printed(facts, true)).hasSize(3).noneMatch(line -> line.contains("StudyDate, SeriesDate"));
        assertThat(printed(Map.of("findings", List.of()), false)).containsExactly("findings: none");
    }

    private static List<String> printed(Map<String, Object> facts, boolean every) {
        StringWriter text = new StringWriter();
        new FactsPrinter(new PrintWriter(text, true), every).print(facts);
        return text.toString().lines().toList();
    }
}
