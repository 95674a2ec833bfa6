package org.vitrail.node.landing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.publication.PublishedRecords;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.schemaorg.SchemaOrgWriter;

/** The page of an image of a data set's latest version. */
@Path("/datasets/{accession}/images/{imageId}")
@RunOnVirtualThread
public class ImageResource {
    private final PublishedRecords records;
    private final Absence absence;

    ImageResource(PublishedRecords records, Absence absence) {
        this.records = records;
        this.absence = absence;
    }

    @CheckedTemplate(basePath = "landing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Image(PublishedImage image, PublishedDataset dataset, Citation citation, PixelFacts pixels)
            implements TemplateInstance {}

    /** The image in the viewer, its facts and its labels. */
    @GET
    @Operation(summary = "Page of an image")
    public Response image(String accession, String imageId, @Context HttpHeaders headers) {
        Optional<PublishedDataset> dataset = records.findDataset(accession);
        Optional<PublishedImage> image = records.findImage(accession, imageId);
        if (dataset.isEmpty()) {
            return absence.of(accession, headers);
        }
        if (image.isEmpty()) {
            return Absence.notFoundPage("image");
        }
        Image page = new Image(
                image.get(),
                dataset.get(),
                Citation.of(dataset.get()),
                PixelFacts.of(image.get().pixels()));
        Response.ResponseBuilder response = Response.ok(page.render(), "text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(
                        HttpHeaders.LINK,
                        TypedLink.of(dataset.get().landingPage(), "collection", MediaType.TEXT_HTML)
                                .header());
        if (image.get().zarr() != null) {
            response.header(
                    HttpHeaders.LINK,
                    TypedLink.of(URI.create(image.get().zarr() + "/zarr.json"), "item", "application/json")
                            .header());
        }
        return response.build();
    }

    /** schema.org's view of the image. */
    @GET
    @Path("/metadata/schemaorg")
    @Operation(summary = "schema.org metadata of an image")
    public Response schemaorg(String accession, String imageId, @Context HttpHeaders headers) {
        return records.findImage(accession, imageId)
                .map(image -> Response.ok(new SchemaOrgWriter().write(image), "application/ld+json;charset=UTF-8")
                        .header("Access-Control-Allow-Origin", "*")
                        .build())
                .orElseGet(() -> absence.of(accession, headers));
    }
}
