package org.vitrail.node.oaipmh;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The two base URLs of the node, by GET and POST. OAI-PMH §3.1.1. */
@Path("/oai")
@RunOnVirtualThread
public class OaiResource {
    private static final String XML = "text/xml;charset=UTF-8";

    private final OaiProvider provider;

    OaiResource(OaiProvider provider) {
        this.provider = provider;
    }

    /** The data sets, asked by query. */
    @GET
    @Operation(summary = "OAI-PMH 2.0: the data sets")
    public Response datasets(@Context HttpServerRequest request) {
        return answer(OaiRepository.DATASETS, request.query());
    }

    /** The data sets, asked by form. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response datasetsByForm(String form) {
        return answer(OaiRepository.DATASETS, form);
    }

    /** The images, asked by query. */
    @GET
    @Path("/images")
    @Operation(summary = "OAI-PMH 2.0: the images of the latest versions")
    public Response images(@Context HttpServerRequest request) {
        return answer(OaiRepository.IMAGES, request.query());
    }

    /** The images, asked by form. */
    @POST
    @Path("/images")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response imagesByForm(String form) {
        return answer(OaiRepository.IMAGES, form);
    }

    private Response answer(OaiRepository repository, String encoded) {
        try {
            return Response.ok(provider.answer(repository, encoded).toXml(), XML)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                    .build();
        } catch (ListGate.Full full) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, full.retryAfterSeconds())
                    .type("text/plain;charset=UTF-8")
                    .entity(full.getMessage() + " Repeat the request after " + full.retryAfterSeconds()
                            + " seconds; a resumptionToken stays valid.\n")
                    .build();
        }
    }
}
