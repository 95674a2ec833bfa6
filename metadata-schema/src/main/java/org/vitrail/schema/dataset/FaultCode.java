package org.vitrail.schema.dataset;

import java.util.List;
import java.util.Locale;

/**
 * Every kind of fault of a description, whoever finds it. The word is public and never changes (docs/faults.md); message and
 * remedy stand under it in faults_en.properties and faults_fr.properties, which name the arguments in braces.
 */
public enum FaultCode {
    TITLE_MISSING,
    TITLE_LENGTH("characters"),
    DESCRIPTION_MISSING,
    DESCRIPTION_SHORT("characters"),
    DESCRIPTION_LONG("characters"),
    KEYWORDS_TOO_MANY("number", "most"),
    KEYWORD_EMPTY,
    KEYWORD_LONG,
    LICENSE_MISSING("accepted"),
    LICENSE_NOT_ACCEPTED("license", "accepted"),
    EMBARGO_WITHOUT_DATE,
    EMBARGO_DATE_UNUSED,
    DATE_OUT_OF_RANGE("value"),
    CREATORS_MISSING,
    CREATOR_NAMED_TWICE,
    CREATOR_UNNAMED,
    ORCID_INVALID("value"),
    ROR_INVALID("value"),
    PUBLICATION_EMPTY,
    DOI_INVALID("value"),
    URL_INVALID("value"),
    RELATION_UNKNOWN("value"),
    FUNDER_UNNAMED,
    FUNDER_ID_INVALID("value"),
    COMMUNITY_INVALID("value"),
    COMMUNITY_UNKNOWN("community", "known"),
    ORGANISM_MISSING,
    METHOD_MISSING,
    ORGANISM_BESIDE_NONE,
    METHOD_NOT_APPLICABLE,
    TERM_EMPTY,
    TERM_ID_INVALID("value"),
    TERM_UNKNOWN("id"),
    TERM_NO_ORGANISM("term"),
    TERM_NO_METHOD("term"),
    TERM_MERGED("id", "now"),
    TERM_REPLACED("term", "now"),
    TERM_OBSOLETE("term"),
    IMAGE_SETS_MISSING,
    IMAGE_SET_UNNAMED,
    IMAGE_SET_EMPTY,
    IMAGE_NAME_REPEATED("name"),
    IMAGE_WITHOUT_FILE,
    LABEL_UNNAMED,
    LABEL_NAME_REPEATED("name"),
    FILE_REPEATED("file", "before"),
    FILE_PATH_EMPTY,
    FILE_PATH_CONTROL,
    FILE_PATH_ABSOLUTE("file"),
    FILE_PATH_BACKSLASH("file"),
    FILE_PATH_ADDRESS("file"),
    FILE_PATH_FOLDER("file"),
    AXES_INVALID("value"),
    DIGEST_INVALID,
    PIXEL_SIZE_INVALID("value"),
    COLOR_INVALID("value"),
    STUDY_DATES_REVERSED,
    VARIABLE_INCOMPLETE,
    INSTRUMENT_PID_INVALID("value"),
    RRID_INVALID("value"),
    APERTURE_INVALID("value"),
    WAVELENGTH_INVALID("value"),
    NUMBER_NOT_POSITIVE("value"),
    TRANSFORMATION_INVALID("number"),
    FILE_NOT_ARRIVED("file"),
    FILE_NOT_FOUND("file"),
    IMAGE_REFUSED("reason"),
    IMAGE_SETS_CHANGED("number"),
    FILE_LIST_NOT_READ("list"),
    COLUMN_UNKNOWN("column", "accepted"),
    COLUMN_REPEATED("column"),
    COLUMNS_TOO_MANY("number", "most"),
    COLUMN_OF_FILES_MISSING,
    CELLS_TOO_MANY("cells", "columns"),
    ROWS_TOO_MANY("most"),
    QUOTE_NOT_CLOSED,
    QUOTE_INSIDE_CELL,
    CHANNEL_INVALID,
    LABEL_NAMES_UNMATCHED,
    PLAN_TOO_LARGE("mebibytes"),
    PLAN_MISSING,
    PLAN_WITHOUT_DATASET,
    PLAN_DATASET_AMBIGUOUS("titles"),
    PLAN_DATASET_UNKNOWN("asked", "titles"),
    DOCUMENT_EMPTY("accepted"),
    DOCUMENT_TOO_LARGE("mebibytes"),
    DOCUMENT_NOT_UTF8,
    DOCUMENT_UNREADABLE("reason"),
    DOCUMENT_ILL_FORMED("reason"),
    ALIAS_REFUSED("alias"),
    FIELD_UNKNOWN("field", "accepted"),
    LIST_ENTRY_EMPTY,
    LIST_EXPECTED,
    TERM_EXPECTED,
    FIELDS_EXPECTED("accepted"),
    DATE_EXPECTED,
    WORD_EXPECTED("words"),
    NUMBER_EXPECTED,
    TEXT_EXPECTED,
    OTHER_FORM_EXPECTED;

    private final List<String> arguments;

    FaultCode(String... arguments) {
        this.arguments = List.of(arguments);
    }

    /** The word in JSON and in the documentation, as {@code title-missing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names of what message and remedy tell beside their words, in the order that {@link Fault#of} takes. */
    public List<String> arguments() {
        return arguments;
    }
}
