package org.vitrail.node.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.node.access.Roles;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.UploadedPart;

/** Files of a deposit over HTTP. Contracts §4. */
@Path("/api/v1/deposits/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DEPOSITOR)
@RunOnVirtualThread
@Tag(name = "deposits")
public class UploadResource {
    private static final int MOST_URLS = 1000;
    private final Uploads uploads;
    private final Completion completion;
    private final ObjectStore store;
    private final UploadConfig config;
    private final Clock clock;

    UploadResource(Uploads uploads, Completion completion, ObjectStore store, UploadConfig config, Clock clock) {
        this.uploads = uploads;
        this.completion = completion;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** A file as the API shows it; {@code parts} is how many it is cut into. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileStatus(
            String fileId, String path, long sizeBytes, long partSizeBytes, int parts, boolean stored, String sha256) {
        static FileStatus of(ReceivedFile file) {
            return new FileStatus(
                    file.fileId(),
                    file.path(),
                    file.sizeBytes(),
                    file.partSizeBytes(),
                    file.parts(),
                    file.stored(),
                    file.sha256());
        }
    }

    /** Which parts a client wants to send. */
    public record PartRequest(List<Integer> numbers) {}

    /** Where to PUT one part. */
    public record PartUrl(int number, URI url) {}

    /** Where to PUT parts, and how long that works. */
    public record PartUrls(List<PartUrl> parts, Instant expiresAt) {}

    /** A part that has arrived. */
    public record ArrivedPart(int number, long sizeBytes, String etag) {}

    /** What has arrived of a file. */
    public record ArrivedParts(boolean stored, long partSizeBytes, int expected, List<ArrivedPart> parts) {}

    /** The same announcement again finds the same upload, so that it can go on. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Announce a file")
    public FileStatus announce(String id, FileAnnouncement announcement) {
        if (announcement == null) {
            throw NodeProblem.invalidRequest("Name path and sizeBytes of the file.");
        }
        return FileStatus.of(uploads.announce(id, announcement));
    }

    /** State of a file. */
    @GET
    @Path("/{fileId}")
    @Operation(summary = "One file")
    public FileStatus get(String id, String fileId) {
        return FileStatus.of(uploads.get(id, fileId));
    }

    /** Takes a file out of a draft. */
    @DELETE
    @Path("/{fileId}")
    @Operation(summary = "Remove a file from a draft")
    public void remove(String id, String fileId) {
        uploads.remove(id, fileId);
    }

    /** Presigned URLs; part n holds the bytes from (n − 1) · partSizeBytes. */
    @POST
    @Path("/{fileId}/parts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "URLs to send parts to")
    public PartUrls urls(String id, String fileId, PartRequest request) {
        ReceivedFile file = uploads.get(id, fileId);
        if (request == null || request.numbers() == null || request.numbers().size() > MOST_URLS) {
            throw NodeProblem.invalidRequest("Name the parts in numbers, at most " + MOST_URLS + " at once.");
        }
        if (file.stored()) {
            throw NodeProblem.wrongState("The file \"" + file.path() + "\" is already stored.");
        }
        List<PartUrl> urls =
                request.numbers().stream().map(number -> url(file, number)).toList();
        return new PartUrls(urls, clock.instant().plus(config.urlLifetime()));
    }

    /** What a client need not send again. */
    @GET
    @Path("/{fileId}/parts")
    @Operation(summary = "Parts that have arrived")
    public ArrivedParts parts(String id, String fileId) {
        ReceivedFile file = uploads.get(id, fileId);
        List<ArrivedPart> arrived =
                uploads.listParts(file).stream().map(UploadResource::arrived).toList();
        return new ArrivedParts(file.stored(), file.partSizeBytes(), file.parts(), arrived);
    }

    /** Joins the parts and compares size and SHA-256 with the announcement. */
    @POST
    @Path("/{fileId}/complete")
    @Operation(summary = "Complete a file")
    public FileStatus complete(String id, String fileId) {
        return FileStatus.of(completion.complete(id, fileId));
    }

    private PartUrl url(ReceivedFile file, Integer number) {
        if (number == null || number < 1 || number > file.parts()) {
            throw NodeProblem.invalidRequest(
                    "The file has the parts 1 to " + file.parts() + "; there is no part " + number + ".");
        }
        return new PartUrl(number, store.presignPart(file.objectKey(), file.uploadId(), number, config.urlLifetime()));
    }

    private static ArrivedPart arrived(UploadedPart part) {
        return new ArrivedPart(part.number(), part.sizeBytes(), part.etag());
    }
}
