package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The instrument that took the images.
 *
 * @param pid its persistent identifier, a DOI or a Handle, bare or as URL (PIDINST)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Instrument(String name, String manufacturer, String model, String pid, Facility facility) {
    private static final Pattern PID = Pattern.compile(
            "(?:https?://(?:(?:dx\\.)?doi\\.org|hdl\\.handle\\.net)/)?([0-9]+(?:\\.[0-9A-Za-z]+)*/\\S+)");

    /** The bare identifier where it is a DOI. */
    public Optional<String> findDoi() {
        return identifier().filter(Instrument::isDoi);
    }

    /** The bare identifier where it is a Handle but no DOI. */
    public Optional<String> findHandle() {
        return identifier().filter(found -> !isDoi(found));
    }

    /** The address of whichever identifier it has; empty when it has none of a known form. */
    public Optional<String> findPidUrl() {
        return findDoi().map(Doi::url).or(() -> findHandle().map(handle -> "https://hdl.handle.net/" + handle));
    }

    /** Name, manufacturer and model in one line; null when none is known. */
    public String inWords() {
        String words = Stream.of(name, manufacturer, model)
                .filter(word -> word != null && !word.isBlank())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    private Optional<String> identifier() {
        Matcher parts = PID.matcher(pid == null ? "" : pid);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    private static boolean isDoi(String identifier) {
        return identifier.startsWith("10.");
    }
}
