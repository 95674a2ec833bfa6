package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The components of a record of the model, so that graph, JSON Schema and shapes come from the records alone and cannot
 * fall behind them. Immutable.
 */
public final class RecordForm<T extends Record> {
    private final Constructor<T> constructor;
    private final List<Field> fields;

    /** What a component, or an entry of its list, holds. */
    public enum Kind {
        TEXT,
        REAL,
        WHOLE,
        TRUTH,
        DAY,
        WORD,
        TERM,
        AGENT,
        RECORD
    }

    /**
     * One component.
     *
     * @param name as in JSON
     * @param list whether it is a list of them
     * @param type of the component, or of the entries of its list
     */
    public record Field(String name, boolean list, Class<?> type, Kind kind, RecordComponent component) {

        /** The component's value in this record; null when it has none. */
        public Object valueIn(Record record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("component " + name + " cannot be read", e);
            }
        }

        public boolean isRecord() {
            return type.isRecord();
        }

        /**
         * A value of this kind from its textual form.
         *
         * @throws IllegalArgumentException when the text has not the form of the kind
         * @throws java.time.DateTimeException when it should be a day and is none
         */
        public Object parse(String text) {
            return switch (kind) {
                case REAL -> Double.valueOf(text);
                case WHOLE -> Integer.valueOf(text);
                case TRUTH -> Boolean.valueOf(text);
                case DAY -> LocalDate.parse(text);
                case WORD -> constant(text);
                default -> text;
            };
        }

        private Object constant(String word) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> word(constant).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(word + " is none of the words of " + name));
        }
    }

    private RecordForm(Constructor<T> constructor, List<Field> fields) {
        this.constructor = constructor;
        this.fields = fields;
    }

    /** The form of this record, whose components are texts, numbers, days, words, records or lists of these. */
    public static <T extends Record> RecordForm<T> of(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new RecordForm<>(
                    type.getDeclaredConstructor(types),
                    Arrays.stream(components).map(RecordForm::field).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record " + type + " has no canonical constructor", e);
        }
    }

    /** In the order of the record. */
    public List<Field> fields() {
        return fields;
    }

    /** A record of these values, in the order of the fields. */
    public T make(Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("these values make no " + constructor.getDeclaringClass(), e);
        }
    }

    /** What JSON and graphs say for a value: for a constant its word. */
    public static String word(Object value) {
        if (!(value instanceof Enum<?> constant)) {
            return value.toString();
        }
        try {
            JsonProperty property =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return property == null ? constant.name() : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(RecordComponent component) {
        boolean list = component.getType() == List.class;
        Type generic = component.getGenericType();
        Class<?> type =
                list ? (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0] : component.getType();
        return new Field(component.getName(), list, type, kind(type), component);
    }

    private static Kind kind(Class<?> type) {
        if (type == TermReference.class) {
            return Kind.TERM;
        } else if (type == Agent.class) {
            return Kind.AGENT;
        } else if (type == Double.class || type == double.class) {
            return Kind.REAL;
        } else if (type == Integer.class || type == int.class) {
            return Kind.WHOLE;
        } else if (type == Boolean.class) {
            return Kind.TRUTH;
        } else if (type == LocalDate.class) {
            return Kind.DAY;
        }
        return type.isEnum() ? Kind.WORD : type.isRecord() ? Kind.RECORD : Kind.TEXT;
    }
}
