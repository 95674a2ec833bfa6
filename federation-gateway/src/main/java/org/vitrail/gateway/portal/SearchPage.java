package org.vitrail.gateway.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.vitrail.gateway.index.EngineUnavailable;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.gateway.search.BadParameter;
import org.vitrail.gateway.search.ParameterReader;
import org.vitrail.gateway.search.Search;
import org.vitrail.gateway.search.SearchParameters;

/** The first page: search and its results. Every state of it has an address that can be kept. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchPage {
    /** The kind of what is looked for, a parameter of the page alone. */
    static final String KIND = "in";

    private static final Logger LOG = Logger.getLogger(SearchPage.class);
    private static final int UNAVAILABLE = 503;

    private final Search search;
    private final SearchViews views;

    SearchPage(Search search, SearchViews views) {
        this.search = search;
        this.views = views;
    }

    @GET
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri) {
        SearchParameters parameters = read(uri.getQueryParameters());
        try {
            return html(200, Pages.search(views.found(parameters, search.find(parameters))));
        } catch (EngineUnavailable e) {
            LOG.warnf("The search page could not search: %s", e.getMessage());
            return html(UNAVAILABLE, Pages.search(views.failed(parameters, e.getMessage())));
        }
    }

    private static SearchParameters read(MultivaluedMap<String, String> query) {
        String kind = query.getFirst(KIND);
        try {
            Repository repository = kind == null ? Repository.DATASETS : Repository.ofWord(kind);
            return ParameterReader.read(repository, query, Set.of(KIND));
        } catch (IllegalArgumentException e) {
            throw new BadParameter(KIND, "in is datasets or images.");
        }
    }

    static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page.render())
                .build();
    }
}
