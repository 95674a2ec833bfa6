package org.vitrail.pixels.identity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges names of files and folders: whether they read like a person's name or a case number. */
public final class FileNameRule {

    /** Numbers of pathology: year and running number, e.g. S17-12345. Letters that also count a plate's rows need five digits. */
    private static final Pattern CASE_NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(?:S|SP|HS|HP|HE|BX|CY|NP|PA|PB|UP|US|SU)[ _-]?(?:19|20)?\\d\\d[-_/]\\d{3,7}"
                    + "|[A-P](?:19|20)?[0-4]\\d[-_/]\\d{5,7}|[0-4]\\d(?:S|H|HE|HP|P|C|B|N|T)\\d{4,7})(?![\\p{L}\\p{N}])");

    private static final Pattern CUED_NUMBER = Pattern.compile(
            "(?<!\\p{L})(?iu:patient|patnr|pat|mrn|ipp|iep|nip|case|casenr|dossier|fall|fallnr|accession|acc)[ _.#-]{0,2}(?:id|no|nr|num)?[ _.#-]{0,2}(?!(?:19|20)\\d\\d(?!\\d))\\p{L}{0,3}\\d{3,20}");
    private static final Pattern TITLE =
            Pattern.compile("(?<!\\p{L})(?:Mr|Mrs|Mme|Mlle|Dr|Prof|Herr|Frau)[ _.-]{1,2}\\p{Lu}\\p{Ll}{2,20}");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]++|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> ENDINGS = Set.of("tif", "tiff", "ome");

    private FileNameRule() {}

    /**
     * What a name tells, at most one finding, for a curator to judge.
     *
     * @param fileName of a file or folder, without the folders above
     */
    public static List<IdentityFinding> findings(String fileName) {
        return findings(fileName, "file name");
    }

    /** As {@link #findings(String)}, for a name that stands elsewhere, e.g. {@code name of a file in the folder}. */
    public static List<IdentityFinding> findings(String name, String where) {
        String reason = reason(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC));
        return reason == null
                ? List.of()
                : List.of(new IdentityFinding(
                        IdentityFinding.Kind.FILE_NAME, name, where, reason, IdentityFinding.Treatment.CURATOR));
    }

    private static String reason(String name) {
        Set<IdentityFinding.Kind> kinds = IdentityText.kinds(name);
        if (kinds.contains(IdentityFinding.Kind.EMAIL)) {
            return "The name holds an address for electronic mail; rename it before the deposit";
        }
        if (kinds.contains(IdentityFinding.Kind.PERSON_NAME)
                || TITLE.matcher(name).find()
                || holdsGivenName(name)) {
            return "The name reads like a person's; rename it before the deposit unless it is none";
        }
        if (kinds.contains(IdentityFinding.Kind.IDENTIFIER)
                || CASE_NUMBER.matcher(name).find()
                || CUED_NUMBER.matcher(name).find()) {
            return "The name reads like a patient's or a case's number; rename it before the deposit unless it is none";
        }
        return null;
    }

    private static boolean holdsGivenName(String name) {
        return WORDS.splitAsStream(name)
                .filter(word -> word.length() >= 3 && !ENDINGS.contains(word))
                .anyMatch(NameWords::given);
    }
}
