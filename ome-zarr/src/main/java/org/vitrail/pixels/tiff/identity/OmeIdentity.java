package org.vitrail.pixels.tiff.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/**
 * What in OME-XML could reveal a person: Experimenter, dates of acquisition, and any description, annotation or other value that reads
 * so. OME model 2016-06, Experimenter, Image, StructuredAnnotations. Values are overwritten in place; markup is never touched.
 */
final class OmeIdentity {

    private static final Set<String> NAMES =
            Set.of("FirstName", "MiddleName", "LastName", "DisplayName", "UserName", "OMEName");
    private static final Set<String> DATES =
            Set.of("AcquisitionDate", "AcquiredDate", "CreationDate", "StartTime", "EndTime");
    private static final Set<String> NUMBERS_ONLY = Set.of("TiffData", "Plane", "Pixels", "BinData", "UUID");
    private static final Set<String> NO_CUES = Set.of(
            "Name",
            "ID",
            "Creator",
            "Type",
            "Value",
            "V",
            "K",
            "FileName",
            "comment",
            XmlSpans.OUTSIDE,
            XmlSpans.INSTRUCTION,
            XmlSpans.TYPE);
    /** Groups and projects are called after persons; without a sign behind it this cue asks for a frequent given name. */
    private static final Set<String> NAMED_AFTER_PERSONS = Set.of("ExperimenterGroup", "Group", "Project", "Dataset");

    private static final String WEAK_CUE = "user ";
    private static final int MOST_REMEMBERED = 10_000;
    private static final String NO_DATE = "1970-01-01T00:00:00";

    private final String xml;
    private final TextCoding coding;
    private final String file;
    private final ExperimenterIds ids;
    private final StringBuilder masked = new StringBuilder();
    private final Map<String, IdentityFinding> findings = new LinkedHashMap<>();
    private final Map<String, Set<Kind>> remembered = new HashMap<>();
    private int copied;

    /** Text of the last Key, which the Value after it belongs to, as Bio-Formats writes what it found in other formats. */
    private String keyBefore = "";

    private OmeIdentity(String xml, TextCoding coding, String file) {
        this.xml = xml;
        this.coding = coding;
        this.file = file;
        this.ids = new ExperimenterIds(coding);
    }

    /** The findings of a whole document and the document without them, which has as many bytes; no findings leave it as it is. */
    static Revealing of(byte[] document, String file) {
        TextCoding coding = TextCoding.of(document);
        OmeIdentity identity = new OmeIdentity(coding.decode(document), coding, file);
        XmlSpans.visit(identity.xml, identity::value);
        identity.masked.append(identity.xml, identity.copied, identity.xml.length());
        List<IdentityFinding> found = new ArrayList<>(identity.findings.values());
        return new Revealing(found, 0, found.isEmpty() ? document : coding.encode(identity.masked.toString()));
    }

    private void value(String element, String attribute, String key, int start, int end) {
        String value = xml.substring(start, end);
        if (value.isBlank() || NUMBERS_ONLY.contains(element)) {
            return;
        }
        String own = attribute.isEmpty() ? element : attribute;
        String where = "OME-XML " + element + (attribute.isEmpty() ? "" : "/@" + attribute);
        boolean person = NAMES.contains(own) && (attribute.isEmpty() || element.equals("Experimenter"));
        String id = attribute.isEmpty() ? null : ids.masked(value);
        if (person || own.equals("Email")) {
            Kind kind = person ? Kind.PERSON_NAME : Kind.EMAIL;
            String reason = person ? "Name of the person at the microscope" : "Address of the person at the microscope";
            replace(start, end, blanked(value), Set.of(kind), where, reason);
        } else if (DATES.contains(own)) {
            String reason = "Date of acquisition, which narrows down who can have been examined";
            replace(start, end, withoutDate(value), Set.of(Kind.DATE), where, reason);
        } else if (id != null) {
            replace(start, end, id, Set.of(Kind.PERSON_NAME), where, "Login or name of the person at the microscope");
        } else if (element.equals(XmlSpans.OWN_TYPE)) {
            find(Set.of(Kind.PRIVATE_TAG), where, "Declares things of its own, in which anything may stand");
        } else if (value.length() > 2 && !(own.equals("ID") && ExperimenterIds.looksLike(value))) {
            boolean keyed = attribute.isEmpty() && element.equals("Value") && !keyBefore.isEmpty();
            free(start, end, value, cue(element, attribute, keyed ? keyBefore : key.isEmpty() ? own : key), where);
        }
        if (attribute.isEmpty()) {
            keyBefore = element.equals("Key") ? XmlReferences.resolved(value).strip() : "";
        }
    }

    private static String cue(String element, String attribute, String before) {
        if (attribute.equals("Name") && NAMED_AFTER_PERSONS.contains(element)) {
            return WEAK_CUE;
        }
        return NO_CUES.contains(before) ? "" : TextCoding.folded(XmlReferences.resolved(before)) + ": ";
    }

    /** Judged together with the word before it: an operator's name alone reads like any other word. */
    private void free(int start, int end, String value, String cue, String where) {
        String text = cue + XmlReferences.resolved(value);
        Set<Kind> kinds = remembered.containsKey(text) ? remembered.get(text) : coding.kinds(text);
        if (remembered.size() < MOST_REMEMBERED && text.length() < 200) {
            remembered.put(text, kinds);
        }
        if (kinds.isEmpty()) {
            return;
        }
        String without = coding.masked(text);
        boolean whole = value.indexOf('&') >= 0 || !without.startsWith(cue);
        replace(start, end, whole ? blanked(value) : without.substring(cue.length()), kinds, where, null);
    }

    /** References to characters and entities are letters here, too. */
    private String blanked(String value) {
        return coding.blanked(value.replace('&', 'X').replace('#', 'X').replace(';', 'X'), 'X');
    }

    private void replace(int start, int end, String by, Set<Kind> kinds, String where, String reason) {
        if (by.contentEquals(xml.substring(start, end))) {
            return;
        }
        masked.append(xml, copied, start).append(by);
        copied = end;
        find(kinds, where, reason);
    }

    private void find(Set<Kind> kinds, String where, String reason) {
        for (Kind kind : kinds) {
            String why = reason != null ? reason : "Text that reads like " + TagIdentity.meaning(kind);
            findings.putIfAbsent(kind + where, new IdentityFinding(kind, file, where, why, Treatment.REMOVED));
        }
    }

    /** A date before all microscopes of the kind, in the same form. */
    private static String withoutDate(String value) {
        if (value.indexOf('&') >= 0) { // digits that are references
            String none = value.length() < NO_DATE.length() ? "" : NO_DATE;
            return none + " ".repeat(value.length() - none.length());
        }
        int shared = Math.min(value.length(), NO_DATE.length());
        boolean dated = value.matches("\\d{4}-\\d\\d-\\d\\d.*");
        String rest = dated ? value.substring(shared) : value;
        String zeros = rest.chars()
                .mapToObj(c -> Character.isDigit(c) ? "0" : String.valueOf((char) c))
                .collect(Collectors.joining());
        return dated ? NO_DATE.substring(0, shared) + zeros : zeros;
    }
}
