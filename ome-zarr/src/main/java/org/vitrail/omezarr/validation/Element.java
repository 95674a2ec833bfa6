package org.vitrail.omezarr.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.vitrail.pixels.Printable;

/** A value inside a JSON document, which may be missing, and the place where it stands, so that a finding can name it. */
final class Element {

    private static final int LONGEST_SHOWN = 60;

    private final Findings findings;
    private final String document;
    private final Element parent;
    private final String name;
    private final JsonNode node;
    private final Section section;

    private Element(Findings findings, String document, Element parent, String name, JsonNode node, Section section) {
        this.findings = findings;
        this.document = document;
        this.parent = parent;
        this.name = name;
        this.node = node;
        this.section = section;
    }

    /** A whole document. @param key of it below the root of the store */
    static Element root(Findings findings, String key, JsonNode node, Section section) {
        return new Element(findings, key, null, "", node, section);
    }

    /** What an object has under a key; missing where it has nothing, or is no object. */
    Element get(String key) {
        return new Element(findings, document, this, key, node.path(key), section);
    }

    /** An entry of a list. */
    Element at(int index) {
        return new Element(findings, document, this, Integer.toString(index), node.path(index), section);
    }

    /** This, judged by another section. */
    Element in(Section other) {
        return new Element(findings, document, parent, name, node, other);
    }

    JsonNode node() {
        return node;
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    /** Entries of a list, made one by one; none when it is no list. */
    Iterable<Element> items() {
        int size = node.isArray() ? node.size() : 0;
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Element next() {
                if (next >= size) {
                    throw new java.util.NoSuchElementException();
                }
                return at(next++);
            }
        };
    }

    /** Key of the document, {@code #}, and the pointer. */
    String path() {
        StringBuilder pointer = new StringBuilder();
        for (Element up = this; up.parent != null; up = up.parent) {
            String shown = up.name.length() > LONGEST_SHOWN ? up.name.substring(0, LONGEST_SHOWN) + "…" : up.name;
            pointer.insert(0, "/" + plain(shown).replace("~", "~0").replace("/", "~1"));
        }
        return document + "#" + pointer;
    }

    void report(Rule rule, String problem, String advice) {
        findings.add(rule, this, section, problem, advice);
    }

    /** The value under a key that must be there; reports when it is not. */
    Element required(String key) {
        Element found = get(key);
        if (!found.exists() && node.isObject()) {
            report(Rule.MISSING, "key \"" + key + "\" is missing", "Add it");
        }
        return found;
    }

    /** Reports when a key that should be there is not. */
    void recommend(String key) {
        if (node.isObject() && !get(key).exists()) {
            report(Rule.RECOMMENDED, "key \"" + key + "\" is missing; it should be there", "Add it");
        }
    }

    /** False, and reported, when there is something else than an object; false without a report when there is nothing. */
    boolean isObject() {
        return isOf(node.isObject(), "an object");
    }

    /** False, and reported, when there is something else than a list of at least that many; false when there is nothing. */
    boolean isList(int least) {
        if (!isOf(node.isArray(), "a list")) {
            return false;
        }
        if (node.size() < least) {
            report(
                    Rule.OUT_OF_RANGE,
                    "the list has " + node.size() + " entries, at least " + least + " are needed",
                    "Add what is missing, or leave the key out where it is optional");
        }
        return node.size() >= least;
    }

    /** The text; empty, and reported, when there is something else. */
    Optional<String> text() {
        return isOf(node.isTextual(), "a text") ? Optional.of(node.textValue()) : Optional.empty();
    }

    /** The whole number; empty, and reported, when there is something else, or less than the least, or more than 2^63 − 1. */
    OptionalLong whole(long least) {
        boolean whole = node.isIntegralNumber()
                || node.isNumber() && Double.isFinite(node.doubleValue()) && node.doubleValue() % 1 == 0;
        if (!isOf(whole, "a whole number")) {
            return OptionalLong.empty();
        }
        if (!node.canConvertToLong() || node.longValue() < least) {
            report(Rule.OUT_OF_RANGE, "it is " + shown() + "; at least " + least + " is needed", "Correct the number");
            return OptionalLong.empty();
        }
        return OptionalLong.of(node.longValue());
    }

    /** True for a number; reported when there is something else. */
    boolean isNumber() {
        return isOf(node.isNumber(), "a number");
    }

    private boolean isOf(boolean holds, String wanted) {
        if (!holds && exists()) {
            report(Rule.WRONG_TYPE, "it is " + shown() + "; " + wanted + " is needed", "Correct the value");
        }
        return holds;
    }

    /** The value for people: short, and without control characters. */
    String shown() {
        if (!exists()) {
            return "missing";
        }
        if (node.isContainerNode()) {
            return (node.isArray() ? "a list of " : "an object of ") + node.size();
        }
        return node.isTextual() ? quoted(node.textValue()) : plain(shortened(node.asText()));
    }

    /** A text of a document for people: short, in quotes, and without control characters. */
    static String quoted(String text) {
        return "\"" + plain(shortened(text)) + "\"";
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private static String plain(String text) {
        return Printable.of(text);
    }

    /** A value that is not there. */
    static JsonNode nothing() {
        return MissingNode.getInstance();
    }
}
