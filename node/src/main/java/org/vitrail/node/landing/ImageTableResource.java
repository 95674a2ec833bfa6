package org.vitrail.node.landing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.publication.PublishedRecords;
import org.vitrail.schema.croissant.ImageTable;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/** The images of a version as a table, for programs; Croissant's records come from it. RFC 4180, RFC 7111. */
@Path("/datasets/{accession}/v{version: [1-9][0-9]{0,8}}/" + PublishedDataset.IMAGE_TABLE)
@RunOnVirtualThread
public class ImageTableResource {
    private static final int IMAGES_A_PAGE = 500;

    private final PublishedRecords records;
    private final Absence absence;
    private final ImageTable table = new ImageTable();

    ImageTableResource(PublishedRecords records, Absence absence) {
        this.records = records;
        this.absence = absence;
    }

    /** One line per image, in their order; read from the database page by page while it is sent. */
    @GET
    @Operation(summary = "Images of a version as CSV")
    public Response images(String accession, int version, @Context HttpHeaders headers) {
        Optional<PublishedDataset> dataset = records.findVersion(accession, version);
        if (dataset.isEmpty()) {
            return absence.of(accession, headers);
        }
        StreamingOutput lines = output -> write(dataset.get(), output);
        return Response.ok(lines, "text/csv;charset=UTF-8;header=present")
                .header("Access-Control-Allow-Origin", "*")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(
                        HttpHeaders.LINK,
                        TypedLink.of(dataset.get().versionPage(), "collection", "text/html")
                                .header())
                .build();
    }

    /** A table cut short by a withdrawal breaks the connection, so that nobody takes it for whole. */
    private void write(PublishedDataset dataset, OutputStream output) throws IOException {
        output.write(table.header().getBytes(StandardCharsets.UTF_8));
        int written = 0;
        while (written < dataset.imageCount()) {
            List<PublishedImage> page =
                    records.listImages(dataset.accession(), dataset.version(), written - 1, IMAGES_A_PAGE);
            if (page.isEmpty()) {
                throw new IOException("version " + dataset.version() + " of " + dataset.accession()
                        + " has become unavailable after " + written + " images");
            }
            StringBuilder lines = new StringBuilder();
            page.forEach(image -> lines.append(table.line(image)));
            output.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            written += page.size();
        }
    }
}
