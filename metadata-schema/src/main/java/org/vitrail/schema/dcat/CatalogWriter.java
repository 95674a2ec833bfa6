package org.vitrail.schema.dcat;

import java.net.URI;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.dataset.PublishedDataset;

/**
 * Writes a page of a catalog, its data sets as {@link DcatWriter} describes them, for data portals that read DCAT-AP. Pages are
 * linked as Hydra's partial views, which those portals follow (https://www.hydra-cg.com/spec/latest/core/, "Collections").
 * DCAT-AP 3.0.1, Catalogue and Data Service. Thread-safe.
 */
public final class CatalogWriter {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    public String turtle(Catalog catalog) {
        return GraphText.turtle(model(catalog));
    }

    /** JSON-LD 1.1 with its context inline. */
    public String jsonld(Catalog catalog) {
        return GraphText.jsonld(model(catalog));
    }

    public String rdfxml(Catalog catalog) {
        return GraphText.rdfxml(model(catalog));
    }

    private static Model model(Catalog catalog) {
        Model model = ModelFactory.createDefaultModel();
        catalog.datasets().forEach(dataset -> model.add(DcatWriter.model(dataset)));
        DcatWriter.declarePrefixes(model);
        model.setNsPrefix("hydra", HYDRA);
        NodeWriter node = node(model, catalog.address());
        node.type(Vocabulary.resource(Vocabulary.DCAT, "Catalog"))
                .text(Vocabulary.TITLE, catalog.title())
                .text(Vocabulary.DESCRIPTION, catalog.description())
                .part(
                        Vocabulary.PUBLISHER,
                        publisher -> publisher.type(Vocabulary.ORGANIZATION).text(Vocabulary.NAME, catalog.publisher()))
                .link(Vocabulary.property(Vocabulary.FOAF, "homepage"), catalog.homepage());
        for (PublishedDataset dataset : catalog.datasets()) {
            node.link(dcat("dataset"), dataset.landingPage());
        }
        services(model, node, catalog);
        page(model, catalog);
        ApplicationProfile.complete(model);
        return model;
    }

    private static void services(Model model, NodeWriter node, Catalog catalog) {
        for (Catalog.Service service : catalog.services()) {
            node.link(dcat("service"), service.endpoint());
            node(model, service.endpoint())
                    .type(Vocabulary.resource(Vocabulary.DCAT, "DataService"))
                    .text(Vocabulary.TITLE, service.title())
                    .link(dcat("endpointURL"), service.endpoint())
                    .link(dcat("endpointDescription"), service.description());
        }
    }

    private static void page(Model model, Catalog catalog) {
        node(model, catalog.address())
                .type(Vocabulary.resource(HYDRA, "Collection"))
                .typed(hydra("totalItems"), catalog.total(), XSDDatatype.XSDinteger)
                .link(hydra("view"), catalog.page());
        node(model, catalog.page())
                .type(Vocabulary.resource(HYDRA, "PartialCollectionView"))
                .link(hydra("next"), catalog.next());
    }

    private static NodeWriter node(Model model, URI address) {
        Resource resource = model.createResource(NodeWriter.absolute("address", address));
        return new GraphNodeWriter(model, resource);
    }

    private static Property hydra(String name) {
        return Vocabulary.property(HYDRA, name);
    }

    private static Property dcat(String name) {
        return Vocabulary.property(Vocabulary.DCAT, name);
    }
}
