package org.vitrail.ontology.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.ontology.load.OntologyNames;
import org.vitrail.ontology.remote.TermService.RemoteTerm;

/** Texts to and from services. */
final class RemoteTexts {
    private RemoteTexts() {}

    /** Never ends within a character beyond the basic plane. */
    static String beginning(String text) {
        if (text.length() <= TermService.LONGEST_TEXT) {
            return text;
        }
        int end = TermService.LONGEST_TEXT;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** @param synonyms a list, one text, or absent */
    static RemoteTerm term(String iri, String label, String ontology, JsonNode synonyms) {
        List<String> others = new ArrayList<>();
        if (synonyms.isTextual()) {
            others.add(synonyms.asText());
        }
        synonyms.forEach(each -> others.add(each.asText()));
        String curie = OntologyNames.curie(iri);
        return new RemoteTerm(iri, curie.equals(iri) ? "" : curie, label, ontology, others);
    }
}
