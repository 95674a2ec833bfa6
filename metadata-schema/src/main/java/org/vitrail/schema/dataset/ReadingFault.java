package org.vitrail.schema.dataset;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Puts what Jackson found into a researcher's words: line, path, what is wrong, what is accepted. */
final class ReadingFault {
    private ReadingFault() {}

    static UnreadableDescription of(JsonProcessingException e) {
        String where = where(e);
        return new UnreadableDescription(where + what(e), e);
    }

    /** The fields that stand in such a record, as a sentence; empty for other types. */
    static String accepted(Class<?> type) {
        if (type == null || !type.isRecord()) {
            return "";
        }
        return "Accepted here: "
                + Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String line = location == null || location.getLineNr() < 1 ? "" : "line " + location.getLineNr();
        String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
        String where = line.isEmpty() || path.isEmpty() ? line + path : line + ", " + path;
        return where.isEmpty() ? "" : where + ": ";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String what(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field \"" + unknown.getPropertyName() + "\". " + accepted(unknown.getReferringClass());
        }
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return refused.getCause().getMessage() + ".";
        }
        if (e instanceof InvalidNullException) {
            return "this list has an empty entry. Fill it in or remove it.";
        }
        if (e instanceof MismatchedInputException mismatch) {
            return expected(mismatch.getTargetType());
        }
        String first =
                e.getOriginalMessage() == null ? "" : e.getOriginalMessage().strip();
        if (first.contains("numeric value")) {
            return expected(Number.class);
        }
        return "this is not well-formed (" + first.lines().findFirst().orElse("unexpected end")
                + "). Check indentation, brackets, quotes and repeated fields.";
    }

    private static String expected(Class<?> target) {
        if (target == null) {
            return "a value of another form is expected here.";
        }
        if (Collection.class.isAssignableFrom(target)) {
            return "a list is expected here, as [first, second].";
        }
        if (target == TermReference.class) {
            return "a term is expected here: a CURIE as NCBITaxon:4577, or {id: …, label: …}.";
        }
        if (target.isRecord()) {
            return "a group of fields is expected here. " + accepted(target);
        }
        if (target == LocalDate.class) {
            return "a date is expected here, as 2026-11-22.";
        }
        if (target == Access.class) {
            return "one of these words is expected here: "
                    + Arrays.stream(Access.values()).map(Access::word).collect(Collectors.joining(", ")) + ".";
        }
        return Number.class.isAssignableFrom(target)
                ? "a number is expected here, with a point as decimal mark."
                : "one value is expected here, as text; quote it if it holds \": \" or begins with [ or {.";
    }
}
