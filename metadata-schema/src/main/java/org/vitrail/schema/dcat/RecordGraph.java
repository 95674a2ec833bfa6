package org.vitrail.schema.dcat;

import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Property;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.RecordForm;
import org.vitrail.schema.dataset.RecordForm.Field;
import org.vitrail.schema.dataset.RecordForm.Kind;
import org.vitrail.schema.dataset.TermReference;

/**
 * A record of the model as a graph, and back, by its components: each is a property of vitrail: of the same name, a list
 * one of the singular. So a component that is added to a record is written and read without a word here.
 */
final class RecordGraph {
    private RecordGraph() {}

    /** Says all components of the record about this node; null ones and empty lists are left out. */
    static void write(NodeWriter node, Record record) {
        for (Field field : RecordForm.of(record.getClass()).fields()) {
            Object value = field.valueIn(record);
            if (value instanceof List<?> list) {
                writeList(node, field, list);
            } else if (value != null) {
                writeValue(node, property(field), field.kind(), value);
            }
        }
    }

    private static void writeList(NodeWriter node, Field field, List<?> list) {
        if (field.kind() == Kind.AGENT) {
            SharedNodes.writeAgents(node, list.stream().map(Agent.class::cast).toList());
            return;
        }
        node.entries(property(field), list, (entry, value) -> {
            switch (value) {
                case TermReference term -> SharedNodes.writeTerm(entry, term);
                case Record record -> write(entry, record);
                default -> writeValue(entry, Vocabulary.VALUE, field.kind(), value);
            }
        });
    }

    private static void writeValue(NodeWriter node, Property property, Kind kind, Object value) {
        switch (value) {
            case TermReference term -> node.part(property, part -> SharedNodes.writeTerm(part, term));
            case Record record -> node.part(property, part -> write(part, record));
            case Double real -> node.real(property, real);
            default -> writeWord(node, property, kind, value);
        }
    }

    private static void writeWord(NodeWriter node, Property property, Kind kind, Object value) {
        RDFDatatype datatype = datatype(kind);
        if (datatype == null) {
            node.text(property, RecordForm.word(value));
        } else {
            node.typed(property, value, datatype);
        }
    }

    /** Null for what is text. */
    static RDFDatatype datatype(Kind kind) {
        return switch (kind) {
            case REAL -> XSDDatatype.XSDdouble;
            case WHOLE -> XSDDatatype.XSDlong;
            case TRUTH -> XSDDatatype.XSDboolean;
            case DAY -> XSDDatatype.XSDdate;
            default -> null;
        };
    }

    /** The record of this type that the node tells of. */
    static <T extends Record> T read(NodeReader node, Class<T> type) {
        RecordForm<T> form = RecordForm.of(type);
        return form.make(form.fields().stream()
                .map(field -> field.list() ? readList(node, field) : readValue(node, property(field), field))
                .toArray());
    }

    private static List<?> readList(NodeReader node, Field field) {
        if (field.kind() == Kind.AGENT) {
            return SharedNodes.readAgents(node);
        }
        return node.entries(
                property(field),
                entry -> field.isRecord() ? readRecord(entry, field) : readValue(entry, Vocabulary.VALUE, field));
    }

    private static Object readValue(NodeReader node, Property property, Field field) {
        return field.isRecord()
                ? node.part(property, part -> readRecord(part, field))
                : node.parsed(property, field::parse);
    }

    private static Object readRecord(NodeReader node, Field field) {
        return field.kind() == Kind.TERM
                ? SharedNodes.readTerm(node)
                : read(node, field.type().asSubclass(Record.class));
    }

    static Property property(Field field) {
        return Vocabulary.property(Vocabulary.VITRAIL, field.list() ? singular(field.name()) : field.name());
    }

    /** A property speaks of one value, as RDF's properties do. */
    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
