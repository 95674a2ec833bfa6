package org.vitrail.omezarr.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.pixels.Samples;

/**
 * The validator agrees with every case of OME's own suites and examples, but for those in which the suite contradicts the text of the
 * specification; there it holds to the text.
 */
class OfficialSuitesTest {

    private static final String COLUMN_FIRST =
            "its path is column/row; the text of 0.4, plate: \"a name in the rows list, a file separator (/), and a name from the "
                    + "columns list, in that order\"";

    /** Cases that the suites call valid although the text forbids them: the kind of error that the text asks for. */
    private static final Map<String, Rule> CONTRADICTIONS = Map.of(
            // scale of 2 numbers for 3 axes; text of 0.4, multiscales: "length of scale … MUST be the same as the
            // length of axes"
            "0.4 image_suite valid/mismatch_axes_units.json", Rule.TRANSFORMATIONS,
            // these five: COLUMN_FIRST
            "0.4 plate_suite plate/minimal_no_acquisitions", Rule.WELL_PLACE,
            "0.4 plate_suite plate/minimal_acquisitions", Rule.WELL_PLACE,
            "0.4 plate_suite plate/non_alphanumeric_row", Rule.WELL_PLACE,
            "0.4 strict_plate_suite plate/strict_no_acquisitions", Rule.WELL_PLACE,
            "0.4 strict_plate_suite plate/strict_acquisitions", Rule.WELL_PLACE,
            // A/2 has rowIndex 1, columnIndex 0; text: "rowIndex, columnIndex, and path MUST all refer to the same
            // row/column pair"
            "valid/plate-01.zarr", Rule.WELL_PLACE);

    /** Of a suite only the document is known: what it names is not there. */
    private static final List<Rule> BESIDE_THE_DOCUMENT = List.of(Rule.ABSENT_ARRAY, Rule.ABSENT_GROUP);

    record Case(String name, String version, String suite, JsonNode data, boolean valid) {
        @Override
        public String toString() {
            return name + (valid ? " valid" : " invalid");
        }
    }

    static Stream<Case> suites() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String version : List.of("0.4", "0.5")) {
            for (Path file : sorted(Samples.shared("schemas/ngff/" + version + "/tests"), "*_suite.json")) {
                String suite = file.getFileName().toString().replace(".json", "");
                for (JsonNode test : read(file).path("tests")) {
                    String name =
                            version + " " + suite + " " + test.path("formerly").asText();
                    cases.add(new Case(
                            name,
                            version,
                            suite,
                            test.path("data"),
                            test.path("valid").asBoolean()));
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(170);
        return cases.stream();
    }

    static Stream<Case> examples() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String version : List.of("0.4", "0.5")) {
            for (Path folder : sorted(Samples.shared("schemas/ngff/" + version + "/examples"), "*")) {
                for (Path file : sorted(folder, "[a-z]*.json")) {
                    JsonNode read = read(file);
                    JsonNode data = version.equals("0.5") ? read.path("attributes") : read;
                    String folderName = folder.getFileName().toString();
                    cases.add(new Case(
                            version + " " + folderName + " " + file.getFileName(), version, folderName, data, true));
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(15);
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource({"suites", "examples"})
    void documentsOfTheSuitesAreJudgedAlike(Case one) {
        List<Finding> findings = Hierarchies.checked(store(one)).findings().stream()
                .filter(finding -> !BESIDE_THE_DOCUMENT.contains(finding.rule()))
                .toList();
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!one.valid() && one.version().equals("0.4") && one.suite().endsWith("plate_suite")) {
            // all of them put the column first: there must be another reason too
            errors = errors.stream()
                    .filter(finding -> finding.rule() != Rule.WELL_PLACE)
                    .toList();
        }
        boolean strict = one.suite().contains("strict");
        boolean found = errors.isEmpty() && !(strict && findings.stream().anyMatch(f -> f.rule() == Rule.RECOMMENDED));

        Rule contradiction = CONTRADICTIONS.get(one.name());
        if (contradiction != null) {
            assertThat(one.valid()).isTrue();
            assertThat(errors).as(COLUMN_FIRST).extracting(Finding::rule).containsOnly(contradiction);
        } else {
            assertThat(found).as(findings.toString()).isEqualTo(one.valid());
        }
    }

    /** The suites of labels give the block only; the text wants multiscales beside it. */
    private static MemoryZarrStore store(Case one) {
        boolean v3 = one.version().equals("0.5");
        JsonNode data = one.data().deepCopy();
        if (one.suite().contains("label")) {
            ((ObjectNode) (v3 ? data.path("ome") : data)).setAll(Hierarchies.multiscales(one.version()));
        }
        MemoryZarrStore store = new MemoryZarrStore();
        Hierarchies.putGroup(store, "", v3, data);
        if (one.suite().equals("bf2raw")) {
            Hierarchies.putImage(store, "0/", v3);
        }
        return store;
    }

    static Stream<String> exampleFolders() throws IOException {
        List<String> names = new ArrayList<>();
        for (String kind : List.of("valid", "invalid", "warning")) {
            for (Path folder : sorted(Samples.sample("ome-zarr-examples/" + kind), "*.zarr")) {
                names.add(kind + "/" + folder.getFileName());
            }
        }
        assertThat(names).hasSize(7);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("exampleFolders")
    void theExamplesAreJudgedAlike(String name) {
        Validation.Checked checked = Hierarchies.checked(
                new FolderZarrStore(Samples.sample("ome-zarr-examples/" + name)), ValidationOptions.everything());

        if (CONTRADICTIONS.containsKey(name)) {
            assertThat(Hierarchies.errors(checked)).containsOnly(CONTRADICTIONS.get(name));
            assertThat(checked.looked().wells()).isEqualTo(4);
        } else {
            assertThat(checked.isValid()).as(checked.findings().toString()).isEqualTo(!name.startsWith("invalid"));
        }
        if (name.startsWith("warning")) {
            assertThat(Hierarchies.rules(checked)).contains(Rule.LEVEL_TYPE);
        } else if (name.startsWith("valid")) {
            assertThat(Hierarchies.rules(checked)).doesNotContain(Rule.LEVEL_TYPE);
        }
    }

    private static JsonNode read(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            text.append(line.strip().startsWith("//") ? "" : line).append('\n');
        }
        return new ObjectMapper().readTree(text.toString());
    }

    private static Iterable<Path> sorted(Path folder, String glob) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        }
        return files;
    }
}
