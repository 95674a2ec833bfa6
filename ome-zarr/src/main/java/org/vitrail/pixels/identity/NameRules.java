package org.vitrail.pixels.identity;

import static org.vitrail.pixels.identity.IdentityFinding.Kind.EMAIL;
import static org.vitrail.pixels.identity.IdentityFinding.Kind.PERSON_NAME;
import static org.vitrail.pixels.identity.TextRule.SEPARATOR;
import static org.vitrail.pixels.identity.TextRule.SEPARATORS;
import static org.vitrail.pixels.identity.TextRule.START;
import static org.vitrail.pixels.identity.TextRule.cue;

import java.util.List;
import java.util.function.Predicate;

/** Names of people and their addresses for electronic mail, with cues in English, French and German. */
final class NameRules {

    /** Keys that hold nothing but a person's name: any value reveals. */
    private static final String NAME_KEYS =
            cue("patient(?:'s|’s|s)? (?:full |first |last |birth )?name|(?:first|last|middle|maiden|full|given|family)"
                    + " name|surname|(?:operators?'?s?|user|author|owner|physicians?'?s?|experimenter|investigator|observer|technician|radiologist|pathologist)"
                    + " name|(?:referring|performing|requesting) physician|nom (?:du |de la |de l'|de l’|d'|d’)(?:patient|patiente|utilisateur|op[ée]rateur|m[ée]decin|auteur)"
                    + "|nom (?:de famille|de naissance|complet|usuel)|pr[ée]noms?|patienten name|name (?:des|der) (?:patienten|patientin|benutzers|bedieners|arztes)"
                    + "|(?:nach|vor|familien|geburts|benutzer|bediener) name");

    /** Roles of people: the value reveals when it reads like a name or login. */
    private static final String ROLES =
            cue("patient(?:e|in)?|operators?|user|author|experimenter|investigator|technician|physician|doctor|observer"
                    + "|pathologist|radiologist|creator|owner|login|(?:scanned|acquired|imaged|created|recorded|signed|modified|saved|exported"
                    + "|analy[sz]ed|processed|prepared|stained|annotated|reviewed|reported|uploaded|changed|edited) by|op[ée]rat(?:eur|rice)"
                    + "|utilisat(?:eur|rice)|auteure?|m[ée]decin|praticien(?:ne)?|bediener(?:in)?|benutzer(?:in)?|autor(?:in)?|untersucher(?:in)?"
                    + "|arzt|[äa]rztin|ersteller(?:in)?");

    private static final String WORD = "\\p{Lu}[\\p{L}'’-]{1,30}+";
    private static final String INITIALS = "(?:\\p{Lu}\\. ?){1,3}";
    private static final String PARTICLE =
            "(?:(?:de|du|des|la|le|van|von|der|den|da|di|del|dos|ter|zu|el|al|bin|ben) ){0,2}";
    private static final String FULL_NAME = "(?:" + INITIALS + PARTICLE + WORD + "|" + WORD + "(?:,? (?:" + INITIALS
            + "|" + PARTICLE + WORD + ")){1,3})";
    private static final String VALUE = "(?:[^\\r\\n\\t\"<>;|&=\\x00']|'(?=\\p{L})){1,64}";
    private static final String VALUE_END = "(?=[ \\t]{0,4}(?:[\\r\\n\\t\"'<>;|,)\\]}\\x00]|$))";

    /** A longer local part than 64 is found by its end. RFC 5321 §4.5.3.1. */
    private static final String ADDRESS =
            "(?<v>(?:(?<=[\\p{L}\\p{N}._%+-]{64})|(?<![\\p{L}\\p{N}._%+-]))[\\p{L}\\p{N}._%+-]{1,64}+@(?![23]x\\.)"
                    + "[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,6}\\.\\p{L}{2,24}+)";

    private static final String CAPITALIZED = "(?<v>" + FULL_NAME + "|\\p{Lu}[\\p{L}'’._-]{1,40}+)(?![\\p{L}\\p{N}])";
    private static final String LOGIN =
            "(?:[\\p{L}\\p{N}_-]{1,20}\\\\{1,2})?(?<v>\\p{L}[\\p{L}._-]{2,24}\\d{0,2})" + VALUE_END;
    private static final String BY = cue("by|par|(?:aufgenommen|erstellt|gemessen|bedient|gescannt|untersucht) von");
    private static final String NAME_KEY = "(?:^|[\\r\\n;,{(|<\\[\\x00][ \\t]{0,4})[\"']?(?iu:name|nom)";
    private static final String TITLE = START
            + "(?:Dr|Drs|Prof|Pr|Mr|Mrs|Ms|Mme|Mlle|Herrn?|Frau|Docteur|Doctor|Professor|Professeur|Monsieur|Madame)\\.? "
            + "(?:(?:Dr|Prof)\\.? |(?:med|rer|phil|nat)\\. ){0,4}";
    private static final String TITLED = "(?<v>(?:" + INITIALS + ")?" + PARTICLE + WORD + "(?: " + WORD + "){0,2})";

    /** Paths on the acquiring computer end up in metadata, and begin with who sat there. */
    private static final String HOME_FOLDER =
            "(?:(?<![\\p{L}\\p{N}])\\p{L}:|(?<![^ \\t\\r\\n\"'=(,;:>])|(?iu:file://))[\\\\/]{1,2}"
                    + "(?iu:users|home|documents and settings|benutzer|utilisateurs)[\\\\/]{1,2}"
                    + "(?<v>[^\\\\/\\r\\n\\t\"'<>;|,=\\x00]{2,40}+)(?=[\\\\/])";

    /** DICOM PS3.5 §6.2, value representation PN. */
    private static final String CARETS =
            "(?<![\\p{L}\\p{N}^])(?<v>\\p{L}[\\p{L}'’-]{1,40}+(?: \\p{L}[\\p{L}'’-]{0,40}+){0,3}\\^(?:\\p{Lu}|\\p{L}{3})"
                    + "(?:[\\p{L}\\p{N}’. -]|'(?=\\p{L})){0,40}+(?:\\^(?:[\\p{L}\\p{N}’. -]|'(?=\\p{L})){0,40}+){0,3})";

    private static final Predicate<String> NOT_EMPTY = value -> !NameWords.placeholder(value);
    private static final Predicate<String> PERSON = value -> NOT_EMPTY.test(value) && !NameWords.technical(value);
    private static final Predicate<String> KNOWN = value -> PERSON.test(value) && NameWords.holdsGiven(value);

    static final List<TextRule> RULES = List.of(
            TextRule.of(EMAIL, "@", ADDRESS, value -> true),
            TextRule.of(PERSON_NAME, SEPARATORS, NAME_KEYS + SEPARATOR + "(?<v>" + VALUE + ")", NameRules::nameValue),
            TextRule.of(PERSON_NAME, SEPARATORS, ROLES + SEPARATOR + CAPITALIZED, PERSON),
            TextRule.of(PERSON_NAME, SEPARATORS, ROLES + SEPARATOR + LOGIN, PERSON),
            TextRule.of(PERSON_NAME, " ", ROLES + " (?<v>" + FULL_NAME + ")", KNOWN),
            TextRule.of(PERSON_NAME, " ", BY + " (?<v>" + FULL_NAME + ")", PERSON),
            TextRule.of(PERSON_NAME, SEPARATORS, NAME_KEY + SEPARATOR + "(?<v>" + FULL_NAME + ")", KNOWN),
            TextRule.of(PERSON_NAME, " ", TITLE + TITLED, PERSON),
            TextRule.of(PERSON_NAME, "/\\", HOME_FOLDER, PERSON),
            TextRule.of(PERSON_NAME, "^", CARETS, NOT_EMPTY));

    private NameRules() {}

    /** A key such as "patient name" stands before numbers and tables, too: without letters, nothing is revealed here. */
    private static boolean nameValue(String value) {
        return NOT_EMPTY.test(value)
                && value.codePoints().filter(Character::isLetter).count() >= 2;
    }
}
