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
    private static final Set<String> NO_CUES =
            Set.of("Name", "ID", "Creator", "Type", "Value", "V", "K", "FileName", "comment");
    private static final int MOST_REMEMBERED = 10_000;
    private static final String NO_DATE = "1970-01-01T00:00:00";

    private final String xml;
    private final TextCoding coding;
    private final String file;
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
        if (person || own.equals("Email")) {
            String blanked = blanked(value);
            Kind kind = person ? Kind.PERSON_NAME : Kind.EMAIL;
            String reason = person ? "Name of the person at the microscope" : "Address of the person at the microscope";
            replace(start, end, blanked.equals(value) ? null : blanked, Set.of(kind), where, reason);
        } else if (DATES.contains(own)) {
            String none = withoutDate(value);
            String reason = "Date of acquisition, which narrows down who can have been examined";
            replace(start, end, none.equals(value) ? null : none, Set.of(Kind.DATE), where, reason);
        } else if (value.length() > 2) {
            boolean keyed = attribute.isEmpty() && element.equals("Value") && !keyBefore.isEmpty();
            free(start, end, value, keyed ? keyBefore : key.isEmpty() ? own : key, where);
        }
        if (attribute.isEmpty()) {
            keyBefore = element.equals("Key") ? value.strip() : "";
        }
    }

    /** Judged together with the word before it: an operator's name alone reads like any other word. */
    private void free(int start, int end, String value, String before, String where) {
        String cue = NO_CUES.contains(before) ? "" : TextCoding.folded(before) + ": ";
        String text = cue + value;
        Set<Kind> kinds = remembered.containsKey(text) ? remembered.get(text) : coding.kinds(text);
        if (remembered.size() < MOST_REMEMBERED && text.length() < 200) {
            remembered.put(text, kinds);
        }
        if (kinds.isEmpty()) {
            return;
        }
        String without = coding.masked(text);
        boolean whole = value.indexOf('&') >= 0 || !without.startsWith(cue);
        String replacement = whole ? blanked(value) : without.substring(cue.length());
        replace(start, end, replacement.equals(value) ? null : replacement, kinds, where, null);
    }

    /** References to characters and entities are letters here, too. */
    private String blanked(String value) {
        return coding.blanked(value.replace('&', 'X').replace('#', 'X').replace(';', 'X'), 'X');
    }

    private void replace(int start, int end, String by, Set<Kind> kinds, String where, String reason) {
        if (by == null) {
            return;
        }
        masked.append(xml, copied, start).append(by);
        copied = end;
        for (Kind kind : kinds) {
            String why = reason != null ? reason : "Text that reads like " + TagIdentity.meaning(kind);
            findings.putIfAbsent(kind + where, new IdentityFinding(kind, file, where, why, Treatment.REMOVED));
        }
    }

    /** A date before all microscopes of the kind, in the same form. */
    private static String withoutDate(String value) {
        int shared = Math.min(value.length(), NO_DATE.length());
        boolean dated = value.matches("\\d{4}-\\d\\d-\\d\\d.*");
        String rest = dated ? value.substring(shared) : value;
        String zeros = rest.chars()
                .mapToObj(c -> Character.isDigit(c) ? "0" : String.valueOf((char) c))
                .collect(Collectors.joining());
        return dated ? NO_DATE.substring(0, shared) + zeros : zeros;
    }
}
