package org.vitrail.gateway.portal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.vitrail.gateway.GatewayException;

/** Says what went wrong: as problem details below {@code /api}, as a page elsewhere. Internals never leak. */
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int SERVER_ERROR = 500;
    private static final Map<Integer, String> TITLES = Map.of(
            400, "That request cannot be understood",
            404, "There is nothing here",
            405, "That is not possible here",
            406, "This is not available in the form that Accept asks for",
            410, "No longer published",
            500, "Something went wrong",
            503, "Not available at the moment");

    private final Site site;

    Failures(Site site) {
        this.site = site;
    }

    @ServerExceptionMapper
    Response known(GatewayException failure, UriInfo uri) {
        if (failure.status() >= SERVER_ERROR) {
            LOG.errorf(failure, "%s failed.", uri.getPath());
        }
        Response.ResponseBuilder response = response(
                uri,
                failure.status(),
                failure.type(),
                publicMessage(failure),
                failure.parameter().orElse(null));
        failure.retryAfter().map(Duration::toSeconds).ifPresent(s -> response.header(HttpHeaders.RETRY_AFTER, s));
        return response.build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo uri) {
        int status = failure.getResponse().getStatus();
        return response(uri, status, "http-" + status, TITLES.getOrDefault(status, "The request failed") + ".", null)
                .build();
    }

    @ServerExceptionMapper
    Response unknown(RuntimeException failure, UriInfo uri) {
        LOG.errorf(failure, "%s failed.", uri.getPath());
        return response(
                        uri,
                        SERVER_ERROR,
                        "internal",
                        "The gateway failed; its operator finds the cause in the log.",
                        null)
                .build();
    }

    private static String publicMessage(GatewayException failure) {
        return "database-unavailable".equals(failure.type())
                ? "The gateway's database does not answer. Please try again in a moment."
                : failure.getMessage();
    }

    private Response.ResponseBuilder response(UriInfo uri, int status, String type, String detail, String parameter) {
        String title = TITLES.getOrDefault(status, "The request failed");
        if (uri.getPath().startsWith("/api/")) {
            String address = site.address("/about#problem-" + type);
            return Response.status(status)
                    .type(Problem.MEDIA_TYPE)
                    .entity(new Problem(address, title, status, detail, parameter));
        }
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Pages.failure(new FailureView(status, title, detail, null))
                        .render());
    }
}
