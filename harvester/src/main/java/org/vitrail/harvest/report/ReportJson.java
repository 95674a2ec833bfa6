package org.vitrail.harvest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/** The report as JSON: times as ISO 8601 in UTC, every field always present, null where there is nothing to say. */
public final class ReportJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ReportJson() {}

    /** Indented JSON. */
    public static String write(HarvestReport report) {
        try {
            return MAPPER.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A harvest report could not be written as JSON.", e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static HarvestReport read(String json) {
        try {
            return MAPPER.readValue(json, HarvestReport.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("This is not a harvest report: " + e.getOriginalMessage(), e);
        }
    }
}
