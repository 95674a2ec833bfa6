package org.vitrail.schema.madmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.FrenchTypography;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionValidator;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.UnreadableDescription;
import org.vitrail.schema.language.Language;

class MadmpReaderTest {
    /** In the form of RDA DMP Common Standard 1.1, made for this test. */
    private static final String PLAN = """
            {"dmp": {
              "title": "Plan of a maize project", "created": "2026-01-05T09:00:00Z", "modified": "2026-01-05T09:00:00Z",
              "language": "eng", "ethical_issues_exist": "no",
              "dmp_id": {"identifier": "https://doi.org/10.1234/plan.1", "type": "doi"},
              "contact": {"name": "Contact, Demo", "mbox": "contact@example.org",
                          "contact_id": {"identifier": "0000-0002-1825-0097", "type": "orcid"}},
              "contributor": [
                {"name": "Depositor, Demo", "mbox": "depositor@example.org", "role": ["Researcher"],
                 "contributor_id": {"identifier": "https://orcid.org/0000-0002-1825-0097", "type": "orcid"},
                 "affiliation": [{"name": "Demo institute",
                                  "affiliation_id": {"identifier": "https://ror.org/04wxnsj81", "type": "ror"}}]},
                {"name": "Demo Curator", "role": ["DataManager"],
                 "contributor_id": {"identifier": "x", "type": "other"}}],
              "project": [{"title": "Maize", "description": "Of maize.", "funding": [{"grant_id": {"identifier": "1", "type": "other"}}]}],
              "dataset": [{
                "title": "Maize stem sections", "description": "<p>Sections of &amp; cells in maize stems.</p>",
                "dataset_id": {"identifier": "internal-7", "type": "other"}, "type": "Images",
                "keyword": ["maize", "cell walls"], "personal_data": "no", "sensitive_data": "no",
                "distribution": [{"title": "Images", "data_access": "open", "byte_size": 1000,
                   "license": [{"license_ref": "http://creativecommons.org/licenses/by/4.0", "start_date": "2027-06-01"}],
                   "host": {"title": "A node", "url": "https://images.example.org"}}]
              }]
            }}
            """;

    private final MadmpReader reader = new MadmpReader(LocalDate.of(2026, 11, 27));

    private PlannedDataset read(String plan) {
        return reader.read(plan.getBytes(StandardCharsets.UTF_8), null);
    }

    private UnreadableDescription refused(String plan, String asked) {
        return catchThrowableOfType(
                UnreadableDescription.class, () -> reader.read(plan.getBytes(StandardCharsets.UTF_8), asked));
    }

    @Test
    void whatThePlanSaysBeginsTheDescription() {
        PlannedDataset planned = read(PLAN);
        DatasetDescription described = planned.description();
        assertThat(described.title()).isEqualTo("Maize stem sections");
        assertThat(described.description()).isEqualTo("Sections of & cells in maize stems.");
        assertThat(described.creators())
                .containsExactly(new Agent(
                        "Depositor, Demo", null, "0000-0002-1825-0097", "Demo institute", "https://ror.org/04wxnsj81"));
        assertThat(described.license()).isEqualTo("CC-BY-4.0");
        assertThat(described.keywords()).containsExactly("maize", "cell walls");
        assertThat(described.publications()).containsExactly(new Publication("10.1234/plan.1", null, "IsDocumentedBy"));
        assertThat(described.access()).isEqualTo(Access.EMBARGOED);
        assertThat(described.embargoUntil()).isEqualTo("2027-06-01");
        assertThat(planned.taken())
                .containsExactly(
                        "title",
                        "description",
                        "creators",
                        "license",
                        "keywords",
                        "publications",
                        "access",
                        "embargoUntil");
        assertThat(new DescriptionValidator(curie -> true, Set.of()).validate(described))
                .extracting(fault -> fault.path())
                .containsExactly("description", "organisms", "imagingMethods", "imageSets");
    }

    @Test
    void whatIsNotTakenIsTold() {
        Map<String, PlanRemark> notes = read(PLAN).notes().stream()
                .collect(Collectors.toMap(PlanNote::path, PlanNote::remark, (first, second) -> first));
        assertThat(notes)
                .containsEntry("contributor[1]", PlanRemark.NO_CREATOR)
                .containsEntry("project[0].funding", PlanRemark.NO_FIELD)
                .containsEntry("dataset[0].dataset_id", PlanRemark.TOLD_OTHERWISE)
                .containsEntry("dataset[0].distribution[0].byte_size", PlanRemark.TOLD_OTHERWISE)
                .containsEntry("dataset[0].distribution[0].host", PlanRemark.TOLD_OTHERWISE);
        assertThat(read(PLAN).toString()).doesNotContain("example.org\"", "depositor@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            http://creativecommons.org/licenses/by/4.0             | CC-BY-4.0
            https://creativecommons.org/licenses/by-sa/4.0/legalcode.en | CC-BY-SA-4.0
            https://creativecommons.org/publicdomain/zero/1.0/deed.fr | CC0-1.0
            https://spdx.org/licenses/CC-BY-4.0.html               | CC-BY-4.0
            https://www.etalab.gouv.fr/licence-ouverte-open-licence | etalab-2.0
            http://opensource.org/licenses/mit-license.php         | -
            javascript:alert(1)                                    | -
            """)
    void licenseIsFoundByItsAddress(String address, String spdx) {
        PlannedDataset planned = read(PLAN.replace("http://creativecommons.org/licenses/by/4.0", address));
        assertThat(planned.description().license()).isEqualTo(spdx);
        assertThat(planned.notes().stream().anyMatch(note -> note.remark() == PlanRemark.LICENSE_UNKNOWN))
                .isEqualTo(spdx == null);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            open,   2027-06-01, EMBARGOED,     2027-06-01
            open,   2026-01-01, OPEN,          -
            shared, 2027-06-01, RESTRICTED,    -
            closed, 2027-06-01, METADATA_ONLY, -
            odd,    2026-01-01, -,             -
            """)
    void licenseThatBeginsLaterIsAnEmbargoOfOpenData(String word, String start, Access access, String until) {
        DatasetDescription described = read(PLAN.replace("\"open\"", "\"" + word + "\"")
                        .replace("2027-06-01", start))
                .description();
        assertThat(described.access()).isEqualTo(access);
        assertThat(described.embargoUntil()).isEqualTo(until == null ? null : LocalDate.parse(until));
    }

    @Test
    void creatorsOfTheDatasetComeBeforeContributorsOfThePlan() {
        DatasetDescription described = read(PLAN.replace(
                        "\"keyword\":",
                        "\"creator\": [{\"name\": \"Own Creator\","
                                + " \"creator_id\": {\"identifier\": \"1\", \"type\": \"isni\"}}], \"keyword\":"))
                .description();
        assertThat(described.creators()).containsExactly(new Agent("Own Creator", null, null, null, null));
        assertThat(read(PLAN.replace("\"contributor\"", "\"x\"")).description().creators())
                .extracting(Agent::name)
                .containsExactly("Contact, Demo");
    }

    @Test
    void oneOfSeveralDataSetsHasToBeNamed() {
        String two = PLAN.replace("\"dataset\": [{", "\"dataset\": [{\"title\": \"Interviews\"}, {");
        assertThat(refused(two, null).getMessage()).contains("Interviews; Maize stem sections");
        assertThat(refused(two, "Other").getMessage()).contains("no data set \"Other\"");
        for (String asked : List.of("Maize stem sections", "internal-7")) {
            assertThat(reader.read(two.getBytes(StandardCharsets.UTF_8), asked)
                            .description()
                            .license())
                    .isEqualTo("CC-BY-4.0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"dmp\": []}",
                "{\"dmp\": {}}",
                "{\"dmp\": {\"dataset\": \"x\"}}",
                "{\"dmp\": "
            })
    void whatIsNoPlanIsRefused(String text) {
        assertThat(refused(text, null).faults()).hasSize(1);
    }

    @Test
    void hugeAndDeepPlansAreRefused() {
        assertThat(refused("{\"dmp\": {\"x\": " + "[".repeat(100_000), null).faults())
                .hasSize(1);
        assertThat(refused(" ".repeat(4 * 1024 * 1024 + 1), null).getMessage()).contains("4 MiB");
        assertThat(refused("{\"dmp\": {\"x\": " + "9".repeat(100_000) + "}}", null)
                        .faults())
                .hasSize(1);
    }

    @Test
    void scriptsAndControlCharactersStayOut() {
        PlannedDataset planned = read(PLAN.replace(
                "Maize stem sections", "<script src='x'>Maize\\u0000</script> \\uD800stems<img onerror=a>"));
        assertThat(planned.description().title())
                .doesNotContain("<", "\u0000", "\uD800")
                .contains("Maize");
    }

    @Test
    void valuesOfOtherFormsAreLeftAsideAndNoted() {
        PlannedDataset planned = read("""
                {"dmp": {"dmp_id": 7, "contributor": {"name": ["a"]}, "contact": "x", "project": "x",
                 "dataset": [7, {"title": {"a": 1}, "description": [1], "keyword": [1, "stem", {}], "distribution": [
                   {"data_access": 1, "license": "CC-BY"}, null, {"license": [{"license_ref": ["x"], "start_date": "soon"}]}]}]}}
                """);
        assertThat(planned.description().keywords()).containsExactly("stem");
        assertThat(planned.description().title()).isNull();
        assertThat(planned.notes())
                .filteredOn(note -> note.remark() == PlanRemark.OTHER_FORM)
                .extracting(PlanNote::path)
                .contains("dmp_id", "dataset[1].title", "dataset[1].keyword[0]", "dataset[1].distribution[1]");
    }

    @Test
    void whateverIsSentIsReadOrRefused() {
        String[] splinters = {"null", "[]", "{}", "7", "\"x\"", "true", "[[1]]", "{\"a\": {}}", "\"\\u0000\"", "1e999"};
        int read = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            String plan = PLAN;
            for (int i = random.nextInt(4); i >= 0; i--) {
                int colon = plan.indexOf(':', random.nextInt(plan.length()));
                int end = colon < 0 ? -1 : plan.indexOf(',', colon);
                if (end > 0) {
                    plan = plan.substring(0, colon + 1)
                            + splinters[random.nextInt(splinters.length)]
                            + plan.substring(end);
                }
            }
            try {
                read(plan);
                read++;
            } catch (UnreadableDescription e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(PlanRemark.class)
    void remarkSaysTheSameInBothLanguages(PlanRemark remark) {
        var texts = PlanNote.wording();
        assertThat(texts.places(Language.FRENCH, remark.word()))
                .isEqualTo(texts.places(Language.ENGLISH, remark.word()));
        FrenchTypography.check(new PlanNote("", remark, "X").in(Language.FRENCH).message());
        for (Language language : Language.values()) {
            assertThat(texts.keys(language))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(PlanRemark.values())
                            .map(PlanRemark::word)
                            .toList());
        }
    }
}
