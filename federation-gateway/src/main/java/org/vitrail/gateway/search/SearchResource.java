package org.vitrail.gateway.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.gateway.registry.Repository;

/** Search for data sets and images of all nodes. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
@RunOnVirtualThread
public class SearchResource {
    private final Search search;

    SearchResource(Search search) {
        this.search = search;
    }

    @GET
    @Path("/{repository:datasets|images}")
    @Operation(summary = "Data sets, or images; those of one data set with dataset=its identifier")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description = "Words, in English or French; names of terms find what lies below them")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "organism",
            description = "CURIE, as NCBITaxon:4447, descendants included; repeated = OR")
    @Parameter(in = ParameterIn.QUERY, name = "method", description = "CURIE, descendants included")
    @Parameter(in = ParameterIn.QUERY, name = "anatomy", description = "CURIE, descendants and parts included")
    @Parameter(in = ParameterIn.QUERY, name = "cellType", description = "CURIE, descendants included")
    @Parameter(in = ParameterIn.QUERY, name = "license", description = "SPDX identifier")
    @Parameter(in = ParameterIn.QUERY, name = "node", description = "Name of a node")
    @Parameter(in = ParameterIn.QUERY, name = "year", description = "Year of publication")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "has",
            description = "pixels; of data sets also doi, publication; of images also labels, z-stack, time, channels")
    @Parameter(in = ParameterIn.QUERY, name = "from", description = "First day of publication")
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "Last day of publication")
    @Parameter(in = ParameterIn.QUERY, name = "sort", description = "relevance, newest, oldest, title")
    @Parameter(in = ParameterIn.QUERY, name = "size", description = "1–100, 20 when not given")
    @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "From the address in next")
    public SearchAnswer find(@PathParam("repository") String repository, @Context UriInfo uri) {
        return search.find(ParameterReader.read(Repository.ofWord(repository), uri.getQueryParameters(), Set.of()));
    }
}
