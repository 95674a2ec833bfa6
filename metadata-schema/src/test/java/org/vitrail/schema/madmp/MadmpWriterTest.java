package org.vitrail.schema.madmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.DatasetDescription;

class MadmpWriterTest {
    private final ObjectMapper json = new ObjectMapper();

    private JsonNode write(boolean doiRegistered) throws IOException {
        return json.readTree(new MadmpWriter().write(Examples.maize(doiRegistered)));
    }

    @Test
    void registeredDoiIdentifiesTheDataset() throws IOException {
        assertThat(write(true).path("dataset_id").toString())
                .isEqualTo("{\"identifier\":\"https://doi.org/10.83962/vt.concept\",\"type\":\"doi\"}");
    }

    @Test
    void demonstrationIdentifierIsNotShownAsADoi() throws IOException {
        assertThat(write(false).path("dataset_id").toString())
                .isEqualTo("{\"identifier\":\"" + Examples.BASE + "\",\"type\":\"url\"}");
    }

    @Test
    void distributionTellsWhereHowLargeAndOnWhatTerms() throws IOException {
        JsonNode distribution = write(true).path("distribution").path(0);
        assertThat(distribution.path("access_url").asText()).isEqualTo(Examples.BASE.toString());
        assertThat(distribution.path("byte_size").asLong()).isEqualTo(409_600);
        assertThat(distribution.path("data_access").asText()).isEqualTo("open");
        assertThat(distribution.path("license").path(0).toString())
                .isEqualTo("{\"license_ref\":\"https://creativecommons.org/licenses/by/4.0/\","
                        + "\"start_date\":\"2026-11-22\"}");
        assertThat(distribution.path("host").path("title").asText()).isEqualTo("Demo institution of Nantes");
        assertThat(distribution.path("host").path("url").asText()).isEqualTo("http://localhost:8081");
    }

    /** All that 1.2 says of a data set and its parts: what is required, and which words are allowed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void generatedRecordsKeepToTheStandard(long seed) throws IOException {
        JsonNode dataset = json.readTree(new MadmpWriter().write(new GeneratedRecords(seed).dataset()));
        assertThat(dataset.path("title").isTextual()).isTrue();
        assertThat(dataset.path("dataset_id").path("type").asText()).isIn("handle", "doi", "ark", "url", "other");
        assertThat(dataset.path("dataset_id").path("identifier").asText()).startsWith("http");
        assertThat(dataset.path("personal_data").asText()).isIn("yes", "no", "unknown");
        assertThat(dataset.path("sensitive_data").asText()).isIn("yes", "no", "unknown");
        for (JsonNode metadata : dataset.path("metadata")) {
            assertThat(metadata.path("language").asText()).hasSize(3);
            assertThat(metadata.path("metadata_standard_id").path("type").asText())
                    .isIn("url", "other");
        }
        for (JsonNode distribution : dataset.path("distribution")) {
            assertThat(distribution.path("title").isTextual()).isTrue();
            assertThat(distribution.path("data_access").asText()).isIn("open", "shared", "closed");
            assertThat(distribution.path("byte_size").isIntegralNumber()).isTrue();
            assertThat(distribution.path("host").path("title").isTextual()).isTrue();
            assertThat(distribution.path("host").path("url").asText()).startsWith("http");
            for (JsonNode license : distribution.path("license")) {
                assertThat(license.path("license_ref").asText()).startsWith("https://");
                LocalDate.parse(license.path("start_date").asText());
            }
        }
    }

    /** A plan that got the data set back can begin the next deposit. */
    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        String plan = "{\"dmp\": {\"dataset\": [" + write(true) + "]}}";
        DatasetDescription read = new MadmpReader(LocalDate.of(2026, 11, 27))
                .read(plan.getBytes(StandardCharsets.UTF_8), null)
                .description();
        assertThat(read.title()).isEqualTo(Examples.maize(true).title());
        assertThat(read.license()).isEqualTo("CC-BY-4.0");
        assertThat(read.access()).isEqualTo(Access.OPEN);
        assertThat(read.keywords()).containsExactly("plant tissue", "segmentation");
    }
}
