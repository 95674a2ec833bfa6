package org.vitrail.pixels.identity;

import static org.vitrail.pixels.identity.IdentityFinding.Kind.DATE;
import static org.vitrail.pixels.identity.IdentityFinding.Kind.IDENTIFIER;
import static org.vitrail.pixels.identity.IdentityFinding.Kind.LOCATION;
import static org.vitrail.pixels.identity.TextRule.DIGITS;
import static org.vitrail.pixels.identity.TextRule.SEPARATOR;
import static org.vitrail.pixels.identity.TextRule.cue;

import java.util.List;

/** Numbers of persons and examinations, dates and places, with cues in English, French and German. */
final class NumberRules {

    private static final String NUMBER = "(?: (?:number|num[ée]ro|nummer|no|nr|num|id)\\.?| n°| #)";

    /** Keys that hold nothing but a person's or an examination's number. */
    private static final String ID_KEYS = cue("mrn|medical record(?:" + NUMBER + ")?|patient(?:en)?(?:'s|’s)?" + NUMBER
            + "|ipp|iep|nip|ins|(?:num[ée]ro|n°) (?:de |du |d')(?:patient|dossier|s[ée]jour|s[ée]curit[ée] sociale)|nhs"
            + NUMBER
            + "|ssn|social security(?:" + NUMBER
            + ")?|versicherten nummer|kvnr|fall nummer|fall nr\\.?|eingangs nummer|accession"
            + NUMBER + "|case" + NUMBER + "|dossier" + NUMBER + "|hospital" + NUMBER + "|phone(?:" + NUMBER
            + ")?|t[ée]l(?:[ée]phone)?\\.?|telefon(?:" + NUMBER + ")?|mobile");

    private static final String WEAK_KEYS = cue("case|accession|dossier|fall|patient");
    private static final String PUBLIC =
            "(?!(?iu:GSE|GSM|SRR|SRX|SRP|ERR|DRR|PRJ|SAM|NM_|NP_|XM_|XP_|S-B|EMPIAR|EMD|IDR|CHEMBL|NCBI|PDB|UNIPROT|E-MTAB))";
    private static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}/._-]{0,30}+(?: \\d[\\p{N}/._-]{0,20}+){0,4}";
    private static final String LINK =
            "(?:" + SEPARATOR + "|[ \\t]{1,3}(?:(?:is|ist|est|no\\.?|n°|nr\\.?|#)[ \\t]{0,2})?)";

    private static final String MONTH =
            "(?iu:jan|feb|f[ée]v|mar|m[äa]r|apr|avr|ma[iy]|ju[inl]|aug|ao[uû]|sep|o[ck]t|nov|de[czc]|d[ée]c)\\p{L}{0,8}+\\.?";
    private static final String DAY_TEXT =
            "(?:(?:19|20)\\d\\d[-:/._]?(?:0[1-9]|1[0-2])[-:/._]?(?:0[1-9]|[12]\\d|3[01])(?!\\d)"
                    + "|[0-3]\\d[01]\\d(?:19|20)\\d\\d(?!\\d)|[0-3]?\\d[-/. ][0-1]?\\d[-/. ](?:19|20)?\\d\\d(?!\\d)|[0-3]?\\d(?:er|st|nd|rd|th|\\.)?[ -]"
                    + MONTH + "[ -](?:19|20)\\d\\d"
                    + "|(?:\\p{L}{3},? )?" + MONTH
                    + " [0-3]?\\d(?:st|nd|rd|th)?,? (?:(?:[0-2]\\d:)[0-5]\\d(?::[0-5]\\d)? )?(?:19|20)\\d\\d)";
    private static final String TIME =
            "(?:[T ]?[0-2]\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,9})?)?(?!\\d)(?:Z|[+-][0-2]\\d:?[0-5]\\d)?)?";
    private static final String DATE_KEYS = cue(
            "(?:patient'?s? )?birth (?:date|day)|date of birth|d\\.?o\\.?b\\.?|born(?: on)?|n[ée]e?(?: le)|date de naissance"
                    + "|geburts datum|geb(?:oren)?\\.?(?: am)?|(?:study|series|exam(?:ination)?|scan|acquisition|admission|biopsy|collection|surgery|content"
                    + "|instance creation|creation|imaging|recording|visit|death|modification|last modified) date(?: ?time)?|date (?:d['’]examen|de pr[ée]l[èe]vement|d['’]acquisition"
                    + "|de cr[ée]ation|de d[ée]c[èe]s|of death|of exam(?:ination)?|of acquisition)|(?:untersuchungs|aufnahme|entnahme|eingangs|erstellungs|sterbe) datum"
                    + "|(?:acquired|scanned|recorded|imaged|examined|collected|admitted) (?:on|at)|(?:acquis|pr[ée]lev[ée]|examin[ée])e? le|(?:aufgenommen|untersucht|entnommen) am"
                    + "|patient(?:in|e)?|(?<!software )(?<!version )(?<!build )(?<!release )(?<!compile )(?<!firmware )(?<!driver )(?<!\\p{L}[_-])(?:date|datum)(?: ?time)?");

    private static final String STREET =
            "(?iu:rue|avenue|boulevard|chemin|impasse|all[ée]e|quai|street|road|lane|drive|square|\\p{L}{2,20}stra(?:ß|ss)e|stra(?:ß|ss)e"
                    + "|\\p{L}{2,20}str\\.|\\p{L}{2,20}weg|\\p{L}{2,20}platz|\\p{L}{2,20}gasse|allee)(?!\\p{L})";

    static final List<TextRule> RULES = List.of(
            TextRule.of(
                    IDENTIFIER,
                    DIGITS,
                    ID_KEYS + LINK + PUBLIC + "(?<v>\\+?" + CODE + ")",
                    value -> digits(value) >= 2),
            TextRule.of(IDENTIFIER, DIGITS, WEAK_KEYS + LINK + PUBLIC + "(?<v>" + CODE + ")", NumberRules::caseNumber),
            TextRule.of(
                    IDENTIFIER,
                    DIGITS,
                    "(?<![\\p{N}\\p{L}.-])(?<v>[12] ?\\d\\d ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d\\d|2[AB]) ?\\d{3} ?\\d{3} ?\\d\\d)(?![\\p{N}\\p{L}.])",
                    NumberRules::frenchNumber),
            TextRule.of(
                    IDENTIFIER,
                    DIGITS,
                    "(?<![\\p{N}\\p{L}./-])(?<v>(?!000|666|9)\\d{3}-(?!00)\\d\\d-(?!0000)\\d{4})(?![\\p{N}\\p{L}.-])",
                    value -> true),
            TextRule.of(
                    IDENTIFIER,
                    DIGITS,
                    "(?<![\\p{N}.])(?<v>756\\.\\d{4}\\.\\d{4}\\.\\d\\d)(?![\\p{N}.])",
                    value -> true),
            TextRule.of(
                    DATE,
                    DIGITS,
                    DATE_KEYS + "(?:" + SEPARATOR + "|[ \\t]{1,3})(?<v>" + DAY_TEXT + TIME + ")",
                    value -> true),
            TextRule.of(
                    LOCATION,
                    DIGITS,
                    cue("(?:gps|geo)?[ _-]?(?:latitude|longitude)(?: ref)?|gps(?: position| coordinates| info)?") + LINK
                            + "(?<v>[+-]?\\d{1,3}(?:[.,°]|/1)[\\d.,°'′\"″/ NSEWO+-]{0,40}+)",
                    value -> true),
            TextRule.of(
                    LOCATION,
                    "°",
                    "(?<![\\p{N}\\p{L}.])(?<v>\\d{1,2}(?:\\.\\d{3,9})?° ?(?:\\d{1,2}['′] ?(?:\\d{1,2}(?:\\.\\d{1,6})?[\"″]? ?)?)?[NS],? {0,2}"
                            + "\\d{1,3}(?:\\.\\d{3,9})?° ?(?:\\d{1,2}['′] ?(?:\\d{1,2}(?:\\.\\d{1,6})?[\"″]? ?)?)?[EWO])",
                    value -> true),
            TextRule.of(
                    LOCATION,
                    DIGITS,
                    "(?<!\\p{L}[ _-])"
                            + cue(
                                    "(?:patient(?:'s)? |home |postal )?(?:address|addresse|adresse|anschrift)|lives at|living at|wohnhaft(?: in)?|domicili[ée]e? au|demeurant au")
                            + "(?:" + SEPARATOR + "|[ \\t]{1,3})(?<v>(?:[^\\r\\n\\t\"<>;|=\\x00]{0,40}?)" + STREET
                            + "[^\\r\\n\\t\"<>;|=\\x00]{0,60}+)",
                    value -> digits(value) >= 1));

    private NumberRules() {}

    static long digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    /** "case 3" and "patient 12" count; "case S17-1234" and "patient 4711815" lead to a person. */
    private static boolean caseNumber(String value) {
        String first = value.split(" ")[0];
        return digits(first) >= 4
                && !first.matches("(?:19|20)\\d\\d(?:[-_./]\\d{1,2}){0,2}+")
                && !first.matches("\\d+\\.\\d+");
    }

    /** Of the national register: its last two digits check the thirteen before. */
    static boolean frenchNumber(String value) {
        String digits = value.replace(" ", "").replace("2A", "19").replace("2B", "18");
        return Long.parseLong(digits.substring(13)) == 97 - Long.parseLong(digits.substring(0, 13)) % 97;
    }
}
