package org.vitrail.ontology;

/** Another name of a term, and how close it comes to it (OBO 1.4 §3.5, oboInOwl). */
public record Synonym(String text, Scope scope) {

    /** How close, the closest first. */
    public enum Scope {
        EXACT,
        NARROW,
        BROAD,
        RELATED
    }
}
