package org.vitrail.schema.dcat;

import java.net.URI;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;

/** What of a data set can be fetched: the table of its images, and the first image where pixels are open. DCAT 3 §6.8. */
final class Distributions {
    private static final URI CSV = URI.create("https://www.iana.org/assignments/media-types/text/csv");
    private static final Resource FORMAT = Vocabulary.resource(Vocabulary.DCT, "MediaTypeOrExtent");

    private Distributions() {}

    static void write(Model model, NodeWriter dataset, PublishedDataset d) {
        d.findImageTable()
                .ifPresent(table -> distribution(model, dataset, d, table, "Table of the images")
                        .link(dcat("downloadURL"), table)
                        .link(dcat("mediaType"), CSV));
        if (d.leadImage() != null && d.leadImage().zarr() != null) {
            distribution(model, dataset, d, d.leadImage().zarr(), "First image, OME-Zarr")
                    .part(
                            Vocabulary.property(Vocabulary.DCT, "format"),
                            format -> format.type(FORMAT).text(Vocabulary.RDFS_LABEL, "OME-Zarr"));
        }
    }

    private static NodeWriter distribution(
            Model model, NodeWriter dataset, PublishedDataset d, URI address, String title) {
        dataset.link(dcat("distribution"), address);
        NodeWriter distribution = new GraphNodeWriter(model, model.createResource(address.toString()));
        distribution
                .type(Vocabulary.resource(Vocabulary.DCAT, "Distribution"))
                .text(Vocabulary.TITLE, title)
                .link(dcat("accessURL"), address);
        LicenseInfo.findById(d.license())
                .ifPresent(license -> distribution.link(Vocabulary.LICENSE, URI.create(license.url())));
        return distribution;
    }

    private static Property dcat(String name) {
        return Vocabulary.property(Vocabulary.DCAT, name);
    }
}
