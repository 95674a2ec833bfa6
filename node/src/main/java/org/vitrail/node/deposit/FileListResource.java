package org.vitrail.node.deposit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.vitrail.node.access.Roles;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.filelist.TableFormat;

/** Tables that list a draft's images. docs/file-lists.md. */
@Path("/api/v1/deposits/{id}/file-list")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "deposits")
public class FileListResource {
    private final Deposits deposits;

    FileListResource(Deposits deposits) {
        this.deposits = deposits;
    }

    /**
     * What was taken from a list.
     *
     * @param images how many
     * @param imageSets that they are in now, by name
     * @param ignoredColumns that nothing was taken from
     */
    public record Taken(int images, List<String> imageSets, List<String> ignoredColumns) {}

    /** The images of an image set, from tab-separated rows. */
    @POST
    @RolesAllowed(Roles.DEPOSITOR)
    @Consumes("text/tab-separated-values")
    @Operation(summary = "List the images of an image set in a table")
    public Response tabs(String id, @RestQuery String imageSet, byte[] table) {
        return fill(id, imageSet, table, TableFormat.TSV);
    }

    /** The images of an image set, from comma-separated rows. */
    @POST
    @RolesAllowed(Roles.DEPOSITOR)
    @Consumes("text/csv")
    @Operation(summary = "List the images of an image set in a table")
    public Response commas(String id, @RestQuery String imageSet, byte[] table) {
        return fill(id, imageSet, table, TableFormat.CSV);
    }

    private Response fill(String id, String imageSet, byte[] table, TableFormat format) {
        Deposits.Filled filled = deposits.fill(id, table == null ? new byte[0] : table, format, imageSet);
        return Response.ok(new Taken(
                        filled.list().imageCount(),
                        filled.list().sets().stream().map(ImageSet::name).toList(),
                        filled.list().ignoredColumns()))
                .header(HttpHeaders.ETAG, EntityTag.of(filled.deposit().revision()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
