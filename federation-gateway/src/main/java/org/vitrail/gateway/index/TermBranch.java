package org.vitrail.gateway.index;

import org.vitrail.ontology.Branch;

/** The five kinds of ontology terms that a document keeps apart; their words are fields and facets. */
public enum TermBranch {
    ORGANISM("organism"),
    METHOD("method"),
    CELL_TYPE("cellType"),
    ANATOMY("anatomy"),
    TERM("term");

    private final String word;

    TermBranch(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The kind of a term of the table. */
    public static TermBranch of(Branch branch) {
        return switch (branch) {
            case ORGANISM -> ORGANISM;
            case METHOD -> METHOD;
            case CELL_TYPE -> CELL_TYPE;
            case ANATOMY -> ANATOMY;
            case OTHER -> TERM;
        };
    }

    /** The kind of a term that the table does not hold, by its ontology. */
    static TermBranch ofCurie(String curie) {
        return switch (curie.substring(0, Math.max(0, curie.indexOf(':')))) {
            case "NCBITaxon" -> ORGANISM;
            case "FBbi" -> METHOD;
            case "CL" -> CELL_TYPE;
            case "UBERON", "PO", "FBbt", "ZFA", "MA" -> ANATOMY;
            default -> TERM;
        };
    }
}
