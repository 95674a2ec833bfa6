package org.vitrail.ontology;

/** What kind of thing a term names; facets of the search are made of it. */
public enum Branch {
    ORGANISM,
    METHOD,
    CELL_TYPE,
    ANATOMY,
    OTHER
}
