package org.vitrail.pixels.tiff.identity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers of experimenters and their groups that are logins or names, and the ones that stand for them: the same for the same, so
 * that references still fit. OME model 2016-06, ExperimenterID ({@code (urn:lsid:…)|(Experimenter:\S+)}).
 */
final class ExperimenterIds {

    private static final Pattern ID = Pattern.compile("(.*\\bExperimenter(?:Group)?:)(\\S+)", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9:_-]+|(?=.*\\d)[0-9a-fA-F-]{8,}|X+\\d*");
    private static final Set<String> NOBODY = Set.of(
            "default",
            "unknown",
            "admin",
            "root",
            "user",
            "experimenter",
            "experimentergroup",
            "group",
            "none",
            "null");

    private final TextCoding coding;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    ExperimenterIds(TextCoding coding) {
        this.coding = coding;
    }

    /** True for identifiers of experimenters and groups, whoever they name. */
    static boolean looksLike(String text) {
        return ID.matcher(text).matches();
    }

    /** What stands for an identifier, in as many bytes; null for what is none, or names nobody. */
    String masked(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return null;
        }
        String own = parts.group(2);
        String word = own.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        if (!LETTERS.matcher(own).find() || NUMBER.matcher(own).matches() || NOBODY.contains(word)) {
            return null;
        }
        int number = numbers.computeIfAbsent(XmlReferences.resolved(own), absent -> numbers.size());
        String blank = "X".repeat(coding.encode(own).length);
        String digits = number == 0 ? "" : Integer.toString(number);
        boolean fits = digits.length() < blank.length();
        return parts.group(1) + (fits ? blank.substring(digits.length()) + digits : blank);
    }
}
