package org.vitrail.ontology;

import java.util.*;

public final class TermLookup {
    public record Recognition(String text, Term term) {}

    public TermLookup(TermTable table) {}

    public List<Term> search(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    public List<Recognition> recognize(String freeText) {
        throw new UnsupportedOperationException();
    }
}
