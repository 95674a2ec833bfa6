package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.List;
import org.vitrail.schema.dataset.PublishedDataset;

/**
 * A page of a node's catalog.
 *
 * @param address of the catalog; its IRI
 * @param publisher the institution
 * @param homepage of the node
 * @param services interfaces that serve the data sets
 * @param total number of data sets in the whole catalog
 * @param page address of this page
 * @param next address of the next page; null on the last
 */
public record Catalog(
        URI address,
        String title,
        String description,
        String publisher,
        URI homepage,
        List<Service> services,
        int total,
        URI page,
        URI next,
        List<PublishedDataset> datasets) {
    public Catalog {
        services = List.copyOf(services);
        datasets = List.copyOf(datasets);
    }

    /**
     * An interface.
     *
     * @param endpoint where it is asked
     * @param description address of its description, for machines or people
     */
    public record Service(String title, URI endpoint, URI description) {}
}
