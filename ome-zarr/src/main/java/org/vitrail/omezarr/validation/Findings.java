package org.vitrail.omezarr.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vitrail.pixels.Printable;

/** Collects findings: all are counted, of each kind the first ones are kept. Safe for several threads. */
final class Findings {

    /** Nobody reads more of one kind, and millions would fill the memory. */
    static final int MOST_OF_A_KIND = 100;

    private final boolean zarrV3;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<Rule, Long> numbers = new EnumMap<>(Rule.class);

    Findings(boolean zarrV3) {
        this.zarrV3 = zarrV3;
    }

    /** True when there is room for one more of that kind; otherwise it needs no words and is counted here. */
    private synchronized boolean counted(Rule rule) {
        return numbers.merge(rule, 1L, Long::sum) <= MOST_OF_A_KIND;
    }

    void add(Rule rule, String path, Section section, String problem, String advice) {
        if (counted(rule)) {
            keep(new Finding(rule, Printable.of(path), section.title(zarrV3), Printable.of(problem), advice));
        }
    }

    void add(Rule rule, Element place, Section section, String problem, String advice) {
        if (counted(rule)) {
            keep(new Finding(rule, place.path(), section.title(zarrV3), Printable.of(problem), advice));
        }
    }

    private synchronized void keep(Finding finding) {
        kept.add(finding);
    }

    /** True when documents are of Zarr v3 and OME-NGFF 0.5; false for Zarr v2 and 0.4. */
    boolean zarrV3() {
        return zarrV3;
    }

    synchronized boolean has(Rule rule) {
        return numbers.containsKey(rule);
    }

    synchronized boolean isEmpty() {
        return numbers.isEmpty();
    }

    synchronized Validation.Checked result(Validation.Looked looked) {
        return new Validation.Checked(zarrV3 ? "0.5" : "0.4", kept, numbers, looked);
    }
}
