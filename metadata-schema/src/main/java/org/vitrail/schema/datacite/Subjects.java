package org.vitrail.schema.datacite;

import java.util.List;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlWriter;

/** The subjects of a resource: keywords as they are, terms with scheme and IRI. */
final class Subjects {
    private final XmlWriter xml;

    Subjects(XmlWriter xml) {
        this.xml = xml;
    }

    void write(
            List<String> keywords,
            List<TermReference> organisms,
            List<TermReference> methods,
            List<TermReference> terms) {
        xml.start("subjects");
        keywords.forEach(keyword -> xml.element("subject", keyword));
        Stream.of(organisms, methods, terms).flatMap(List::stream).distinct().forEach(this::term);
        xml.end();
    }

    private void term(TermReference term) {
        if (term.notApplicable()) {
            return;
        }
        String iri = Curie.findIri(term.id()).orElse(null);
        String scheme = iri == null ? null : term.id().substring(0, term.id().indexOf(':'));
        xml.element(
                "subject", term.label() == null ? term.id() : term.label(), "subjectScheme", scheme, "valueURI", iri);
    }
}
