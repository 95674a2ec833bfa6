package org.vitrail.node.landing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.publication.PublishedRecords;
import org.vitrail.schema.dataset.PublishedDataset;

/**
 * The links of a version as a document. It names the first thousand images; the table of the images, an item itself, names all.
 * https://signposting.org/FAIR level 2.
 */
@Path("/datasets/{accession}/v{version: [1-9][0-9]{0,8}}")
@RunOnVirtualThread
public class LinksetResource {
    private static final int MOST_IMAGES = 1_000;

    private final PublishedRecords records;
    private final Absence absence;

    LinksetResource(PublishedRecords records, Absence absence) {
        this.records = records;
        this.absence = absence;
    }

    /** As JSON. */
    @GET
    @Path("/linkset.json")
    @Operation(summary = "Signposting: all links of a version, as JSON (RFC 9264)")
    public Response json(String accession, int version, @Context HttpHeaders headers) {
        return answer(accession, version, headers, Signposting.LINKSET_JSON, Linkset::json);
    }

    /** In the syntax of the header. */
    @GET
    @Path("/linkset")
    @Operation(summary = "Signposting: all links of a version, as text (RFC 9264)")
    public Response text(String accession, int version, @Context HttpHeaders headers) {
        return answer(accession, version, headers, Signposting.LINKSET, Linkset::text);
    }

    private Response answer(
            String accession, int version, HttpHeaders headers, String type, Function<Linkset, String> form) {
        Optional<PublishedDataset> dataset = records.findVersion(accession, version);
        if (dataset.isEmpty()) {
            return absence.of(accession, headers);
        }
        Linkset links = new Linkset(dataset.get(), records.listImages(accession, version, -1, MOST_IMAGES));
        return Response.ok(form.apply(links), type)
                .header("Access-Control-Allow-Origin", "*")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
