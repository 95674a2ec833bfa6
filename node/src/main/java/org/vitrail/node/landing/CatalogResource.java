package org.vitrail.node.landing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.publication.PublishedBatches;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.schemaorg.DataCatalogWriter;

/** The front page of the node: its data sets, the newest first. */
@Path("/")
@RunOnVirtualThread
public class CatalogResource {
    private static final int DATASETS_A_PAGE = 20;

    private final LandingStore store;
    private final PublishedBatches published;
    private final NodeConfig node;
    private final PublicAddress address;

    CatalogResource(LandingStore store, PublishedBatches published, NodeConfig node, PublicAddress address) {
        this.store = store;
        this.published = published;
        this.node = node;
        this.address = address;
    }

    /** A data set in the list. */
    record Entry(PublishedDataset dataset) {
        public String creators() {
            List<String> names =
                    dataset.creators().stream().map(Agent::displayName).toList();
            return names.size() > 4 ? String.join("; ", names.subList(0, 3)) + " et al." : String.join("; ", names);
        }
    }

    /**
     * @param next accession to continue after; empty on the last page
     * @param jsonLd safe inside a script element
     */
    @CheckedTemplate(basePath = "landing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Catalog(List<Entry> entries, int total, String next, boolean first, String jsonLd)
            implements TemplateInstance {}

    /** The newest data sets. */
    @GET
    @Operation(hidden = true)
    public Response home(@QueryParam("after") String after) {
        return page(after);
    }

    /** The same, beneath which the data sets lie. */
    @GET
    @Path("datasets")
    @Operation(hidden = true)
    public Response datasets(@QueryParam("after") String after) {
        return page(after);
    }

    /** The repository itself, for search engines. https://schema.org/DataCatalog. */
    private String jsonLd() {
        return new DataCatalogWriter()
                .write(node.title(), node.institution(), node.contact(), address.of("/"), address.of("/policies"));
    }

    private Response page(String after) {
        List<String> accessions =
                store.listNewest(Optional.ofNullable(after).filter(text -> !text.isBlank()), DATASETS_A_PAGE + 1);
        boolean more = accessions.size() > DATASETS_A_PAGE;
        List<String> shown = more ? accessions.subList(0, DATASETS_A_PAGE) : accessions;
        Map<String, PublishedDataset> datasets = published.datasets(shown);
        List<Entry> entries = shown.stream()
                .filter(datasets::containsKey)
                .map(datasets::get)
                .map(Entry::new)
                .toList();
        Catalog page =
                new Catalog(entries, store.countPublished(), more ? shown.getLast() : "", after == null, jsonLd());
        return Response.ok(page.render(), "text/html;charset=UTF-8")
                .header("Cache-Control", "no-cache")
                .build();
    }
}
