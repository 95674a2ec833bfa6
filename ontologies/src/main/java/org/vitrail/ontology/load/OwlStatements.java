package org.vitrail.ontology.load;

import static org.vitrail.ontology.load.OwlWords.IN_OWL;
import static org.vitrail.ontology.load.OwlWords.OBO;
import static org.vitrail.ontology.load.OwlWords.OWL;
import static org.vitrail.ontology.load.OwlWords.RDF;
import static org.vitrail.ontology.load.OwlWords.RDFS;
import static org.vitrail.ontology.load.OwlWords.SKOS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.vitrail.ontology.Ontology;
import org.vitrail.ontology.Synonym.Scope;

/** Takes statements in any order, keeps those about classes, and makes terms of them at the end. */
final class OwlStatements extends StreamRDFBase {
    private static final Set<String> KINDS = Set.of(OWL + "Class", RDFS + "Class", SKOS + "Concept");

    private final Map<String, TermDraft> drafts = new LinkedHashMap<>();
    private final Map<String, List<Node>> parents = new LinkedHashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final ClassExpressions expressions = new ClassExpressions();
    private String ontologyIri = "";
    private String versionIri = "";
    private String versionInfo = "";

    @Override
    public void triple(Triple triple) {
        String property = triple.getPredicate().getURI();
        if (triple.getSubject().isBlank()) {
            expressions.take(triple.getSubject(), property, triple.getObject());
        } else if (triple.getSubject().isURI()) {
            String subject = triple.getSubject().getURI();
            structure(subject, property, triple.getObject());
            annotation(subject, property, triple.getObject());
        }
    }

    Ontology ontology() {
        parents.forEach((term, expressed) -> {
            TermDraft draft = draft(term);
            expressed.forEach(expression -> expressions.addTo(draft, expression));
        });
        return new Ontology(
                OntologyNames.acronym(ontologyIri),
                version(),
                drafts.entrySet().stream()
                        .filter(entry -> classes.contains(entry.getKey())
                                && entry.getValue().isNamed())
                        .map(entry -> entry.getValue().term())
                        .toList());
    }

    /** A dated release's IRI says it best; others write it as they like. */
    private String version() {
        String released = OntologyNames.version(versionIri);
        boolean dated = !released.isEmpty() && !released.equals(OntologyNames.lastSegment(versionIri));
        return dated || versionInfo.isEmpty() ? released : versionInfo;
    }

    private TermDraft draft(String iri) {
        return drafts.computeIfAbsent(iri, name -> new TermDraft(OntologyNames.curie(name)));
    }

    private void structure(String subject, String property, Node object) {
        switch (property) {
            case RDF + "type" -> type(subject, object);
            case RDFS + "subClassOf", SKOS + "broader" ->
                parents.computeIfAbsent(subject, term -> new ArrayList<>()).add(object);
            case OWL + "equivalentClass" -> {
                if (object.isBlank()) {
                    parents.computeIfAbsent(subject, term -> new ArrayList<>()).add(object);
                }
            }
            case OWL + "versionIRI" -> versionIri = subject.equals(ontologyIri) ? text(object) : versionIri;
            case OWL + "versionInfo", OwlWords.DOAP + "Version" ->
                versionInfo = subject.equals(ontologyIri) ? text(object).strip() : versionInfo;
            default -> {}
        }
    }

    private void type(String subject, Node type) {
        if (type.isURI() && KINDS.contains(type.getURI())) {
            classes.add(subject);
        } else if (type.isURI() && type.getURI().equals(OWL + "Ontology")) {
            ontologyIri = ontologyIri.isEmpty() ? subject : ontologyIri;
        }
    }

    private void annotation(String subject, String property, Node object) {
        switch (property) {
            case RDFS + "label", SKOS + "prefLabel" -> {
                if (object.isLiteral()) {
                    draft(subject).label(language(object), text(object));
                }
            }
            case IN_OWL + "hasExactSynonym", SKOS + "altLabel" -> synonym(subject, object, Scope.EXACT);
            case IN_OWL + "hasNarrowSynonym" -> synonym(subject, object, Scope.NARROW);
            case IN_OWL + "hasBroadSynonym" -> synonym(subject, object, Scope.BROAD);
            case IN_OWL + "hasRelatedSynonym", OBO + "IAO_0000118" -> synonym(subject, object, Scope.RELATED);
            case OBO + "IAO_0000115", SKOS + "definition", IN_OWL + "hasDefinition" -> definition(subject, object);
            case IN_OWL + "hasAlternativeId" -> draft(subject).altIds.add(reference(object));
            case IN_OWL + "inSubset" -> draft(subject).subsets.add(OntologyNames.lastSegment(text(object)));
            case OWL + "deprecated" -> draft(subject).obsolete(text(object).matches("true|1"));
            case OBO + "IAO_0100001" -> draft(subject).replacedBy(reference(object));
            case IN_OWL + "consider" -> draft(subject).consider.add(reference(object));
            default -> {}
        }
    }

    private void synonym(String subject, Node object, Scope scope) {
        if (object.isLiteral()) {
            draft(subject).synonym(text(object), scope);
        }
    }

    private void definition(String subject, Node object) {
        if (object.isLiteral()) {
            draft(subject).definition(text(object));
        }
    }

    /** Some ontologies name a term by its IRI, some by its CURIE as text. */
    private static String reference(Node object) {
        return OntologyNames.curie(text(object).strip());
    }

    private static String language(Node literal) {
        return literal.getLiteralLanguage().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(Node object) {
        if (object.isLiteral()) {
            return object.getLiteralLexicalForm();
        }
        return object.isURI() ? object.getURI() : "";
    }
}
