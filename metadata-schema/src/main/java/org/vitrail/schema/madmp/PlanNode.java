package org.vitrail.schema.madmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrail.schema.xml.XmlText;

/** An object of a plan, read as text and lists whatever its form; what has another form is noted. For one thread. */
final class PlanNode {
    /** Tools let people write in a rich text editor. */
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private static final int MOST_ENTRIES = 1000;

    private final JsonNode json;
    private final String path;
    private final List<PlanNote> notes;

    PlanNode(JsonNode json, String path, List<PlanNote> notes) {
        this.json = json;
        this.path = path;
        this.notes = notes;
    }

    String path() {
        return path;
    }

    boolean has(String field) {
        JsonNode value = json.path(field);
        return !value.isMissingNode() && !value.isNull() && !(value.isContainerNode() && value.isEmpty());
    }

    /** Plain text without markup and control characters; empty where there is none, or something else. */
    Optional<String> text(String field) {
        JsonNode value = json.path(field);
        if (value.isTextual() || value.isNumber()) {
            String plain = TAG.matcher(value.asText())
                    .replaceAll(" ")
                    .replace("&nbsp;", " ")
                    .replace("&amp;", "&")
                    .replaceAll(" {2,}", " ");
            return Optional.ofNullable(XmlText.legalOrNull(plain)).map(String::strip);
        }
        if (has(field)) {
            note(field, PlanRemark.OTHER_FORM, "");
        }
        return Optional.empty();
    }

    Optional<LocalDate> date(String field) {
        return text(field).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
            } catch (DateTimeParseException e) {
                note(field, PlanRemark.OTHER_FORM, text);
                return Optional.empty();
            }
        });
    }

    /** An object; an empty one where there is none. */
    PlanNode child(String field) {
        if (has(field) && !json.path(field).isObject()) {
            note(field, PlanRemark.OTHER_FORM, "");
        }
        return new PlanNode(json.path(field), at(field), notes);
    }

    /** The objects of a list; a single object counts as a list of one. */
    List<PlanNode> children(String field) {
        JsonNode list = json.path(field);
        List<PlanNode> children = new ArrayList<>();
        if (list.isObject()) {
            return list.isEmpty() ? children : List.of(new PlanNode(list, at(field), notes));
        }
        if (has(field) && !list.isArray()) {
            note(field, PlanRemark.OTHER_FORM, "");
        }
        for (int i = 0; i < Math.min(list.size(), MOST_ENTRIES); i++) {
            if (list.path(i).isObject()) {
                children.add(new PlanNode(list.path(i), at(field) + "[" + i + "]", notes));
            } else {
                note(field + "[" + i + "]", PlanRemark.OTHER_FORM, "");
            }
        }
        return children;
    }

    /** The texts of a list; a single text counts as a list of one. */
    List<String> texts(String field) {
        JsonNode list = json.path(field);
        if (!list.isArray()) {
            return text(field).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        PlanNode entries = new PlanNode(list, at(field), notes);
        for (int i = 0; i < Math.min(list.size(), MOST_ENTRIES); i++) {
            String text =
                    list.path(i).isTextual() ? XmlText.legalOrNull(list.path(i).asText()) : null;
            if (text == null) {
                entries.notes.add(new PlanNote(entries.path + "[" + i + "]", PlanRemark.OTHER_FORM, ""));
            } else {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    void note(String field, PlanRemark remark, String value) {
        notes.add(new PlanNote(at(field), remark, value));
    }

    private String at(String field) {
        return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
    }
}
