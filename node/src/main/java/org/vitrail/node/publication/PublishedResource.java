package org.vitrail.node.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.schema.dataset.Accession;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/** What is published, as JSON, for everybody. Contracts §4. */
@Path("/api/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "data sets")
public class PublishedResource {
    private static final String PATH = "/api/v1/datasets";
    private static final int LARGEST_PAGE = 100;
    private final PublishedRecords records;
    private final VersionStore versions;
    private final DatasetRights rights;
    private final PublicAddress address;

    PublishedResource(PublishedRecords records, VersionStore versions, DatasetRights rights, PublicAddress address) {
        this.records = records;
        this.versions = versions;
        this.rights = rights;
        this.address = address;
    }

    /** A page of data sets; {@code next} is absent on the last one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DatasetPage(List<PublishedDataset> results, URI next) {}

    /** A page of images; {@code next} is absent on the last one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImagePage(List<PublishedImage> results, URI next) {}

    /** Newest first. Follow {@code next}; what is published meanwhile does not shift the pages. */
    @GET
    @Operation(summary = "Published data sets, newest first")
    public DatasetPage list(@RestQuery String after, @RestQuery @DefaultValue("20") int size) {
        if (after != null && !Accession.isValid(after)) {
            throw NodeProblem.invalidRequest("after must be as next gave it.");
        }
        int limit = Math.clamp(size, 1, LARGEST_PAGE);
        List<String> accessions = versions.listPublished(Optional.ofNullable(after), limit);
        List<PublishedDataset> page = accessions.stream()
                .map(records::findDataset)
                .flatMap(Optional::stream)
                .toList();
        URI next = accessions.size() < limit
                ? null
                : address.of(PATH + "?size=" + limit + "&after=" + accessions.getLast());
        return new DatasetPage(page, next);
    }

    /** The latest version. */
    @GET
    @Path("/{accession}")
    @Operation(summary = "A data set's latest version")
    public PublishedDataset dataset(String accession) {
        return records.findDataset(accession).orElseThrow(() -> rights.absent(accession));
    }

    /** Any version. */
    @GET
    @Path("/{accession}/v{version: [1-9][0-9]{0,6}}")
    @Operation(summary = "A version of a data set")
    public PublishedDataset version(String accession, int version) {
        return records.findVersion(accession, version).orElseThrow(() -> rights.absent(accession));
    }

    /** Images of a version in their order. */
    @GET
    @Path("/{accession}/v{version: [1-9][0-9]{0,6}}/images")
    @Operation(summary = "Images of a version")
    public ImagePage images(
            String accession,
            int version,
            @RestQuery @DefaultValue("-1") int after,
            @RestQuery @DefaultValue("50") int size) {
        version(accession, version);
        int limit = Math.clamp(size, 1, LARGEST_PAGE);
        List<PublishedImage> page = records.listImages(accession, version, after, limit);
        String path = PATH + "/" + accession + "/v" + version + "/images?size=" + limit + "&after=";
        return new ImagePage(page, page.size() < limit ? null : address.of(path + (after + page.size())));
    }

    /** An image of the latest version. */
    @GET
    @Path("/{accession}/images/{imageId}")
    @Operation(summary = "An image")
    public PublishedImage image(String accession, String imageId) {
        dataset(accession);
        return records.findImage(accession, imageId).orElseThrow(() -> NodeProblem.notFound("image " + imageId));
    }
}
