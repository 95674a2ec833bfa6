package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.Doi;
import org.vitrail.schema.dataset.Funding;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.TermReference;

/**
 * Writes the whole description with what DCAT's readers expect beside it: distributions, themes, access rights. Conforms
 * to DCAT-AP 3.0.1, cardinalities and ranges. Thread-safe.
 */
public final class DcatWriter {
    private static final String ACCESS_RIGHT = "http://publications.europa.eu/resource/authority/access-right/";

    public String turtle(PublishedDataset dataset) {
        return GraphText.turtle(model(dataset));
    }

    /** JSON-LD 1.1 with its context inline; blank nodes are nested. Safe inside a script element. */
    public String jsonld(PublishedDataset dataset) {
        return GraphText.jsonld(model(dataset));
    }

    public String rdfxml(PublishedDataset dataset) {
        return GraphText.rdfxml(model(dataset));
    }

    static void declarePrefixes(Model model) {
        Vocabulary.declarePrefixes(model);
        model.setNsPrefix("skos", ApplicationProfile.SKOS);
    }

    static Model model(PublishedDataset d) {
        Model model = ModelFactory.createDefaultModel();
        declarePrefixes(model);
        String page = NodeWriter.absolute("landingPage", d.landingPage());
        Resource subject = model.createResource(page);
        NodeWriter node = new GraphNodeWriter(model, subject);
        DatasetGraph.write(node, d);
        node.link(dcat("landingPage"), d.landingPage()).text(dcat("version"), String.valueOf(d.version()));
        if (d.access() != null) {
            node.link(dct("accessRights"), URI.create(ACCESS_RIGHT + accessRight(d.access())));
        }
        Stream.of(d.organisms(), d.imagingMethods(), d.terms())
                .flatMap(List::stream)
                .forEach(term -> theme(model, node, term));
        Doi.findConceptUrl(d).ifPresent(url -> node.link(dct("isVersionOf"), URI.create(url)));
        d.publications().forEach(publication -> related(node, publication));
        d.funding().forEach(funding -> funder(model, node, funding));
        d.plans().forEach(plan -> Publication.findUri(plan).ifPresent(address -> node.link(dct("relation"), address)));
        if (d.description() == null) {
            node.text(Vocabulary.DESCRIPTION, d.title());
        }
        Distributions.write(model, node, d);
        ApplicationProfile.complete(model);
        return model;
    }

    private static void theme(Model model, NodeWriter node, TermReference term) {
        Curie.findIri(term.id()).ifPresent(iri -> {
            node.link(dcat("theme"), URI.create(iri));
            ApplicationProfile.name(model.createResource(iri), term.label() == null ? term.id() : term.label());
        });
    }

    private static void funder(Model model, NodeWriter node, Funding funding) {
        funding.findFunderUrl().ifPresent(url -> {
            node.link(Vocabulary.property(Vocabulary.FOAF, "fundedBy"), URI.create(url));
            Resource funder = model.createResource(url);
            if (!funder.hasProperty(Vocabulary.NAME)) {
                new GraphNodeWriter(model, funder)
                        .type(Vocabulary.resource(Vocabulary.FOAF, "Agent"))
                        .text(Vocabulary.NAME, funding.displayName());
            }
        });
    }

    private static void related(NodeWriter node, Publication publication) {
        boolean derived = publication.relationOrDefault().equals("IsDerivedFrom");
        Property relation = derived ? Vocabulary.property(Vocabulary.PROV, "wasDerivedFrom") : dct("relation");
        publication.findAddress().ifPresent(address -> node.link(relation, address));
    }

    private static String accessRight(Access access) {
        return switch (access) {
            case OPEN -> "PUBLIC";
            case EMBARGOED, RESTRICTED -> "RESTRICTED";
            case METADATA_ONLY -> "NON_PUBLIC";
        };
    }

    private static Property dcat(String name) {
        return Vocabulary.property(Vocabulary.DCAT, name);
    }

    private static Property dct(String name) {
        return Vocabulary.property(Vocabulary.DCT, name);
    }
}
