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
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.problem.ProblemResponses;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.node.publication.PublishedBatches;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dcat.Catalog;
import org.vitrail.schema.dcat.CatalogWriter;

/** The node as a DCAT catalog, for data portals; to browsers the list of data sets. DCAT-AP 3.0.1; RFC 9110 §12.5.1. */
@Path("/catalog")
@RunOnVirtualThread
public class DcatCatalogResource {
    private static final int DATASETS_A_PAGE = 100;
    private static final MediaType TURTLE = MediaType.valueOf("text/turtle");
    private static final MediaType JSON_LD = MediaType.valueOf("application/ld+json");
    private static final MediaType RDF_XML = MediaType.valueOf("application/rdf+xml");

    private final LandingStore store;
    private final PublishedBatches published;
    private final NodeConfig node;
    private final PublicAddress address;
    private final CatalogResource pages;
    private final ProblemResponses problems;
    private final CatalogWriter writer = new CatalogWriter();

    DcatCatalogResource(
            LandingStore store,
            PublishedBatches published,
            NodeConfig node,
            PublicAddress address,
            CatalogResource pages,
            ProblemResponses problems) {
        this.store = store;
        this.published = published;
        this.node = node;
        this.address = address;
        this.pages = pages;
        this.problems = problems;
    }

    /**
     * A hundred data sets, and where the next ones are.
     *
     * @param after accession to continue after; empty at the beginning
     */
    @GET
    @Operation(
            summary = "The node's data sets as a DCAT catalog, by pages",
            description = "Turtle, JSON-LD or RDF/XML; hydra:next leads to the next page.")
    public Response catalog(
            @QueryParam("after") @DefaultValue("") String after,
            @Context jakarta.ws.rs.core.Request request,
            @Context HttpHeaders headers) {
        Variant variant = request.selectVariant(Variant.mediaTypes(MediaType.TEXT_HTML_TYPE, TURTLE, JSON_LD, RDF_XML)
                .build());
        if (variant == null) {
            return problems.of(
                            ProblemType.NOT_ACCEPTABLE,
                            "None of the formats asked for is available.",
                            Map.of(
                                    "available",
                                    List.of("text/html", "text/turtle", "application/ld+json", "application/rdf+xml")))
                    .build();
        }
        MediaType type = variant.getMediaType();
        if (type.equals(MediaType.TEXT_HTML_TYPE)) {
            return pages.home(after.isEmpty() ? null : after);
        }
        return Response.ok(write(page(after), type), type.withCharset("UTF-8"))
                .header("Access-Control-Allow-Origin", "*")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private String write(Catalog catalog, MediaType type) {
        if (type.equals(JSON_LD)) {
            return writer.jsonld(catalog);
        }
        return type.equals(RDF_XML) ? writer.rdfxml(catalog) : writer.turtle(catalog);
    }

    private Catalog page(String after) {
        List<String> found = store.listAccessions(after, DATASETS_A_PAGE + 1);
        boolean more = found.size() > DATASETS_A_PAGE;
        List<String> shown = more ? found.subList(0, DATASETS_A_PAGE) : found;
        Map<String, PublishedDataset> datasets = published.datasets(shown);
        return new Catalog(
                address.of("/catalog"),
                node.title(),
                "Biological images published by " + node.institution() + ", described and ready to be streamed.",
                node.institution(),
                address.of("/"),
                services(),
                store.countPublished(),
                at(after),
                more ? at(shown.getLast()) : null,
                shown.stream().map(datasets::get).filter(Objects::nonNull).toList());
    }

    private List<Catalog.Service> services() {
        return List.of(
                new Catalog.Service("OAI-PMH, data sets", address.of("/oai"), address.of("/oai?verb=Identify")),
                new Catalog.Service(
                        "OAI-PMH, images", address.of("/oai/images"), address.of("/oai/images?verb=Identify")),
                new Catalog.Service("REST", address.of("/api/v1"), address.of("/q/openapi")));
    }

    private URI at(String after) {
        return after.isEmpty()
                ? address.of("/catalog?after=")
                : address.of("/catalog?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }
}
