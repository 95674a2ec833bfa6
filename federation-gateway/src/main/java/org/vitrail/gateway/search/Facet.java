package org.vitrail.gateway.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrail.gateway.index.TermBranch;

/** What hits can be narrowed by. Its word is the parameter's and the JSON's. */
public enum Facet {
    ORGANISM(TermBranch.ORGANISM, "Organism"),
    METHOD(TermBranch.METHOD, "Imaging method"),
    ANATOMY(TermBranch.ANATOMY, "Anatomy"),
    CELL_TYPE(TermBranch.CELL_TYPE, "Cell type"),
    TERM(TermBranch.TERM, "Further terms"),
    HAS("has", "Has"),
    LICENSE("license", "License"),
    NODE("node", "Repository"),
    YEAR("year", "Year"),
    ACCESS("access", "Access"),
    CREATOR("creator", "Creator"),
    KEYWORD("keyword", "Keyword"),
    DTYPE("dtype", "Pixel type"),
    DATASET("dataset", "Data set");

    private final String word;
    private final String title;
    private final TermBranch branch;

    Facet(String word, String title) {
        this.word = word;
        this.title = title;
        this.branch = null;
    }

    Facet(TermBranch branch, String title) {
        this.word = branch.word();
        this.title = title;
        this.branch = branch;
    }

    public String word() {
        return word;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The kind of ontology terms that it holds; empty where its values are plain words. */
    public Optional<TermBranch> branch() {
        return Optional.ofNullable(branch);
    }

    /** A data set is asked for by its identifier; counting all of them helps nobody. */
    public boolean isCounted() {
        return this != DATASET;
    }

    /** The field with the values to count. */
    String countedField() {
        return branch == null ? word : "facet." + word;
    }

    /** The fields of which one has to hold an asked value: a part of what was asked for counts too, where there are parts. */
    List<String> filterFields() {
        if (branch == null) {
            return List.of(word);
        }
        boolean hasParts = branch == TermBranch.ANATOMY || branch == TermBranch.CELL_TYPE;
        return hasParts ? List.of("isA." + word, "partOf." + word) : List.of("isA." + word);
    }

    static Optional<Facet> ofWord(String word) {
        return Arrays.stream(values()).filter(facet -> facet.word.equals(word)).findFirst();
    }
}
