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
        String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
        JsonLocation location = e.getLocation();
        TextPlace place = location == null ? TextPlace.UNKNOWN : TextPlace.line(location.getLineNr());
        return new UnreadableDescription(what(path, e).at(place), e);
    }

    /** Names of the fields that stand in such a record; empty for other types. */
    static String accepted(Class<?> type) {
        if (type == null || !type.isRecord()) {
            return "";
        }
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
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

    private static Fault what(String path, JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String accepted = accepted(unknown.getReferringClass());
            return Fault.of(path, FaultCode.FIELD_UNKNOWN, unknown.getPropertyName(), accepted);
        }
        if (e instanceof InvalidNullException || e instanceof ValueInstantiationException) {
            return Fault.of(path, FaultCode.LIST_ENTRY_EMPTY);
        }
        if (e instanceof MismatchedInputException mismatch) {
            return expected(path, mismatch.getTargetType());
        }
        String first =
                e.getOriginalMessage() == null ? "" : e.getOriginalMessage().strip();
        return first.contains("numeric value")
                ? expected(path, Number.class)
                : Fault.of(
                        path,
                        FaultCode.DOCUMENT_ILL_FORMED,
                        first.lines().findFirst().orElse("unexpected end"));
    }

    private static Fault expected(String path, Class<?> target) {
        if (target == null) {
            return Fault.of(path, FaultCode.OTHER_FORM_EXPECTED);
        }
        if (Collection.class.isAssignableFrom(target)) {
            return Fault.of(path, FaultCode.LIST_EXPECTED);
        }
        if (target == TermReference.class) {
            return Fault.of(path, FaultCode.TERM_EXPECTED);
        }
        if (target.isRecord()) {
            return Fault.of(path, FaultCode.FIELDS_EXPECTED, accepted(target));
        }
        if (target == LocalDate.class) {
            return Fault.of(path, FaultCode.DATE_EXPECTED);
        }
        if (target == Access.class) {
            return Fault.of(
                    path,
                    FaultCode.WORD_EXPECTED,
                    Arrays.stream(Access.values()).map(Access::word).collect(Collectors.joining(", ")));
        }
        return Fault.of(
                path, Number.class.isAssignableFrom(target) ? FaultCode.NUMBER_EXPECTED : FaultCode.TEXT_EXPECTED);
    }
}
