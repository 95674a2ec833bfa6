package org.vitrail.ontology;

/** What kind of thing a term names; facets of the search are made of it. */
public enum Branch {
    ORGANISM,
    METHOD,
    CELL_TYPE,
    ANATOMY,
    OTHER;

    /** The branch that an ontology's terms belong to as a whole, by the prefix of a CURIE. */
    public static Branch of(String curie) {
        return switch (curie.substring(0, Math.max(0, curie.indexOf(':')))) {
            case "NCBITaxon" -> ORGANISM;
            case "FBbi", "DCM" -> METHOD;
            case "CL" -> CELL_TYPE;
            case "UBERON" -> ANATOMY;
            default -> OTHER;
        };
    }
}
