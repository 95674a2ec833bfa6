package org.vitrail.harvest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private static final HarvestReport REPORT = new HarvestReport(
            Ending.INTERRUPTED,
            null,
            "Given up",
            URI.create("http://localhost:8081/oai"),
            "oai_dc",
            null,
            Instant.parse("2026-11-22T10:00:00Z"),
            null,
            Instant.parse("2026-11-22T10:00:01Z"),
            Instant.parse("2026-11-22T10:00:02Z"),
            Instant.parse("2026-11-22T10:00:01Z"),
            7,
            2,
            List.of(new FailedRecord("oai:toy:1", "no title")),
            1,
            3,
            1,
            0,
            1234,
            "token",
            ResumeBy.TOKEN,
            List.of("a warning"));

    @Test
    void fieldsHaveTheirAgreedNames() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ReportJson.write(REPORT));
        assertThat(json.path("outcome").asText()).isEqualTo("interrupted");
        assertThat(json.path("records").asLong()).isEqualTo(7);
        assertThat(json.path("deleted").asLong()).isEqualTo(2);
        assertThat(json.path("failed").get(0).path("identifier").asText()).isEqualTo("oai:toy:1");
        assertThat(json.path("failed").get(0).path("reason").asText()).isEqualTo("no title");
        assertThat(json.path("pages").asLong()).isEqualTo(3);
        assertThat(json.path("retries").asInt()).isEqualTo(1);
        assertThat(json.path("resumeFrom").asText()).isEqualTo("token");
        assertThat(json.path("from").asText()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(json.has("set")).isTrue();
        assertThat(json.has("code")).isTrue();
    }

    @Test
    void whatWasWrittenCanBeRead() {
        assertThat(ReportJson.read(ReportJson.write(REPORT))).isEqualTo(REPORT);
    }
}
