package org.vitrail.node.landing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.problem.ProblemResponses;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.node.publication.PublishedRecords;
import org.vitrail.schema.dataset.PublishedDataset;

/** Landing pages of data sets and versions, and their metadata. Contracts §4. */
@Path("/datasets/{accession}")
@RunOnVirtualThread
public class DatasetResource {
    private static final String VERSION = "/v{version: [1-9][0-9]{0,8}}";
    private static final String UTF_8 = "UTF-8";
    private static final String FORMATS = "One of schemaorg, turtle, rdfxml, jsonld, datacite.xml, datacite.json,"
            + " rocrate, croissant, bibtex, ris, csl, madmp.";

    private static final int IMAGES_IN_HEADER = 10;

    private final PublishedRecords records;
    private final DatasetPages pages;
    private final Absence absence;
    private final ProblemResponses problems;

    /** What is described: the data set as all its versions, or one version. */
    private enum Scope {
        DATASET,
        VERSION
    }

    DatasetResource(PublishedRecords records, DatasetPages pages, Absence absence, ProblemResponses problems) {
        this.records = records;
        this.pages = pages;
        this.absence = absence;
        this.problems = problems;
    }

    /** The latest version, as a page or in the format negotiated. */
    @GET
    @Operation(summary = "Landing page of a data set; metadata by content negotiation")
    public Response dataset(
            String accession, @QueryParam("after") @DefaultValue("-1") int after, @Context HttpHeaders headers) {
        return landing(accession, records.findDataset(accession), after, headers, Scope.DATASET);
    }

    /** Any version, likewise. */
    @GET
    @Path(VERSION)
    @Operation(summary = "Landing page of a version")
    public Response version(
            String accession,
            int version,
            @QueryParam("after") @DefaultValue("-1") int after,
            @Context HttpHeaders headers) {
        return landing(accession, records.findVersion(accession, version), after, headers, Scope.VERSION);
    }

    /** Metadata of the latest version. */
    @GET
    @Path("/metadata/{format}")
    @Operation(summary = "Metadata of a data set in a format", description = FORMATS)
    public Response metadata(String accession, String format, @Context HttpHeaders headers) {
        return metadata(accession, records.findDataset(accession), format, headers, Scope.DATASET);
    }

    /** Metadata of any version. */
    @GET
    @Path(VERSION + "/metadata/{format}")
    @Operation(summary = "Metadata of a version in a format", description = FORMATS)
    public Response versionMetadata(String accession, int version, String format, @Context HttpHeaders headers) {
        return metadata(accession, records.findVersion(accession, version), format, headers, Scope.VERSION);
    }

    private Response landing(
            String accession, Optional<PublishedDataset> found, int after, HttpHeaders headers, Scope scope) {
        if (found.isEmpty()) {
            return absence.of(accession, headers);
        }
        Optional<MediaType> type = Negotiation.choose(headers);
        if (type.isEmpty()) {
            return formats(ProblemType.NOT_ACCEPTABLE, "None of the formats asked for is available.");
        }
        PublishedDataset dataset = found.get();
        Optional<MetadataFile> file = MetadataFile.negotiated(type.get(), Negotiation.profiles(headers, type.get()));
        if (file.isPresent()) {
            return file(dataset, file.get(), scope)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        DatasetPage page = pages.page(dataset, after);
        Response.ResponseBuilder response = Response.ok(
                        new DatasetPage.Dataset(page).render(), "text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Stream.concat(
                        Signposting.links(
                                dataset,
                                page.images().stream().limit(IMAGES_IN_HEADER).toList())
                                .stream(),
                        Signposting.linksets(dataset).stream())
                .forEach(link -> response.header(HttpHeaders.LINK, link.header()));
        return response.build();
    }

    private Response metadata(
            String accession, Optional<PublishedDataset> found, String format, HttpHeaders headers, Scope scope) {
        if (found.isEmpty()) {
            return absence.of(accession, headers);
        }
        return MetadataFile.find(format)
                .map(file -> file(found.get(), file, scope).build())
                .orElseGet(() -> formats(ProblemType.NOT_FOUND, "There is no format \"" + format + "\" here."));
    }

    private Response.ResponseBuilder file(PublishedDataset dataset, MetadataFile file, Scope scope) {
        String text = scope == Scope.DATASET
                ? file.write(dataset)
                : file.writeVersion(dataset, VersionNeighbors.of(dataset, pages.listVersions(dataset)));
        URI described = scope == Scope.DATASET ? dataset.landingPage() : dataset.versionPage();
        return Response.ok(text, file.mediaType().withCharset(UTF_8))
                .header("Access-Control-Allow-Origin", "*")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(
                        HttpHeaders.LINK,
                        TypedLink.of(described, "describes", MediaType.TEXT_HTML)
                                .header());
    }

    private Response formats(ProblemType type, String detail) {
        return problems.of(type, detail, Map.of("available", MetadataFile.keys()))
                .build();
    }
}
