package org.vitrail.node.rdf;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.Query;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemResponses;
import org.vitrail.node.problem.ProblemType;

/** The endpoint, for programs and for people. SPARQL 1.1 Protocol §2.1; queries only. */
@Path("/sparql")
@RunOnVirtualThread
public class SparqlResource {
    private static final List<ResultFormat> DESCRIPTION =
            List.of(ResultFormat.TURTLE, ResultFormat.JSONLD, ResultFormat.RDFXML, ResultFormat.NTRIPLES);

    private final QueryRunner runner;
    private final SparqlConfig config;
    private final PublicAddress address;
    private final ProblemResponses problems;

    SparqlResource(QueryRunner runner, SparqlConfig config, PublicAddress address, ProblemResponses problems) {
        this.runner = runner;
        this.config = config;
        this.address = address;
        this.problems = problems;
    }

    /** A query in the address; without one the page for browsers, the service description for programs. */
    @GET
    @Operation(summary = "SPARQL 1.1 Protocol: a query over all descriptions of this node")
    public Response get(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        return answered(request, headers, () -> SparqlRequest.decoded(request.query()));
    }

    /** A query in a form. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response form(@Context HttpServerRequest request, @Context HttpHeaders headers, String form) {
        return answered(request, headers, () -> SparqlRequest.decoded(form));
    }

    /** A query as it is. */
    @POST
    @Consumes("application/sparql-query")
    @Operation(hidden = true)
    public Response post(@Context HttpServerRequest request, @Context HttpHeaders headers, String query) {
        return answered(request, headers, () -> {
            MultivaluedMap<String, String> parameters = SparqlRequest.decoded(request.query());
            parameters.add("query", query);
            return parameters;
        });
    }

    /** An update, which is refused. */
    @POST
    @Consumes("application/sparql-update")
    @Operation(hidden = true)
    public Response update(@Context HttpServerRequest request, @Context HttpHeaders headers, String update) {
        return answered(request, headers, () -> {
            throw QueryCheck.refused("Nothing is changed here; this endpoint only answers queries.");
        });
    }

    /** Tells browsers that pages of any origin may ask. WHATWG Fetch §3.2. */
    @OPTIONS
    @Operation(hidden = true)
    public Response options() {
        return open(Response.noContent())
                .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .header("Access-Control-Allow-Headers", "Accept, Content-Type")
                .header("Access-Control-Max-Age", "86400")
                .header("Allow", "GET, POST, OPTIONS")
                .build();
    }

    /** Reads the parameters of a request. */
    @FunctionalInterface
    private interface Parameters {
        MultivaluedMap<String, String> read();
    }

    private Response answered(HttpServerRequest http, HttpHeaders headers, Parameters parameters) {
        try {
            SparqlRequest request = SparqlRequest.of(parameters.read(), headers);
            return open(answer(http, request)).build();
        } catch (NodeProblem problem) {
            Response.ResponseBuilder refusal = problems.of(problem.type(), problem.getMessage(), problem.members());
            return open(problem.type() == ProblemType.GRAPH_UNAVAILABLE ? refusal.header("Retry-After", "5") : refusal)
                    .build();
        }
    }

    private Response.ResponseBuilder answer(HttpServerRequest http, SparqlRequest request) {
        if (request.fromBrowser()) {
            return new SparqlPage(runner, config, address.of("/").toString()).show(request, client(http));
        }
        if (request.query() == null) {
            ResultFormat format = request.choose(DESCRIPTION);
            String description = ServiceDescription.write(address.of("/sparql").toString(), format);
            return Response.ok(description, format.contentType());
        }
        Query query = QueryCheck.read(request.query(), address.of("/").toString(), config.maxQueryLength());
        ResultFormat format = request.choose(ResultFormat.of(query));
        Answer.Bounds bounds =
                new Answer.Bounds(config.maxRows(), config.maxBytes().asLongValue());
        Answer answer = runner.run(query, client(http), execution -> Answer.of(execution, format, bounds));
        Response.ResponseBuilder response = Response.ok(answer.body(), format.contentType());
        return answer.cut().isEmpty()
                ? response
                : response.header("Vitrail-Truncated", answer.cut() + "; answered=" + answer.rows());
    }

    private static QueryRunner.Client client(HttpServerRequest http) {
        AtomicBoolean gone = new AtomicBoolean();
        http.connection().closeHandler(closed -> gone.set(true));
        return gone::get;
    }

    private static Response.ResponseBuilder open(Response.ResponseBuilder response) {
        return response.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "Vitrail-Truncated, Retry-After")
                .header("Vary", "Accept");
    }
}
