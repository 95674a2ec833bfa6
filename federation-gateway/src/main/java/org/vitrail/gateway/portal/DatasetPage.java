package org.vitrail.gateway.portal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.gateway.index.EngineUnavailable;
import org.vitrail.gateway.index.RecordParser;
import org.vitrail.gateway.ingest.RecordStore;
import org.vitrail.gateway.ingest.StoredRecord;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.gateway.search.Facet;
import org.vitrail.gateway.search.Hit;
import org.vitrail.gateway.search.Search;
import org.vitrail.gateway.search.SearchAnswer;
import org.vitrail.gateway.search.SearchParameters;
import org.vitrail.gateway.search.Sort;
import org.vitrail.gateway.search.WebAddress;
import org.vitrail.schema.citation.CitationText;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PublishedDataset;

/** A data set as harvested, with its pixels from its node. The description is there even when the search engine is not. */
@Path("/datasets")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DatasetPage {
    private static final int GALLERY = 24;

    private final RecordStore records;
    private final RecordParser parser;
    private final NodeRegistry registry;
    private final Search search;

    DatasetPage(RecordStore records, RecordParser parser, NodeRegistry registry, Search search) {
        this.records = records;
        this.parser = parser;
        this.registry = registry;
        this.search = search;
    }

    @GET
    @Path("/{identifier}")
    @Operation(hidden = true)
    public Response page(String identifier, @QueryParam("image") String image, @QueryParam("cursor") String cursor) {
        if (identifier.chars().anyMatch(Character::isISOControl)) {
            throw GoneDataset.unknown(identifier);
        }
        StoredRecord stored = records.findShown(identifier)
                .filter(found -> found.repository() == Repository.DATASETS && registry.isConfigured(found.node()))
                .orElseThrow(() -> records.wasDeleted(identifier)
                        ? GoneDataset.withdrawn(identifier)
                        : GoneDataset.unknown(identifier));
        PublishedDataset dataset = parser.dataset(identifier, stored.node(), stored.xml());
        String node = registry.getNode(stored.node()).title();
        try {
            SearchAnswer gallery = search.find(imagesOf(identifier, cursor));
            return SearchPage.html(200, Pages.dataset(view(dataset, node, gallery, image)));
        } catch (EngineUnavailable e) {
            return SearchPage.html(200, Pages.dataset(viewAlone(dataset, node, e.getMessage())));
        }
    }

    private static SearchParameters imagesOf(String dataset, String cursor) {
        return new SearchParameters(
                Repository.IMAGES,
                "",
                Map.of(Facet.DATASET, List.of(dataset)),
                Optional.empty(),
                Optional.empty(),
                Sort.TITLE,
                GALLERY,
                Optional.ofNullable(cursor).filter(text -> !text.isBlank()));
    }

    private DatasetView view(PublishedDataset dataset, String node, SearchAnswer gallery, String image) {
        List<HitView> images =
                gallery.results().stream().map(hit -> HitView.of(hit, node)).toList();
        String next = gallery.cursor() == null
                ? null
                : "/datasets/" + HitView.encode(dataset.identifier()) + "?cursor=" + HitView.encode(gallery.cursor())
                        + "#images";
        DatasetView.Picture picture =
                chosen(images, image).or(() -> elsewhere(dataset, image)).orElseGet(() -> lead(dataset, images));
        return view(dataset, node, picture, images, next, null);
    }

    private DatasetView viewAlone(PublishedDataset dataset, String node, String failure) {
        return view(dataset, node, lead(dataset, List.of()), List.of(), null, failure);
    }

    private static DatasetView view(
            PublishedDataset dataset,
            String node,
            DatasetView.Picture picture,
            List<HitView> images,
            String next,
            String failure) {
        return new DatasetView(
                dataset,
                node,
                WebAddress.safe(dataset.landingPage()),
                new CitationText().write(dataset),
                LicenseInfo.findById(dataset.license()).map(LicenseInfo::url).orElse(null),
                picture,
                images,
                next,
                failure);
    }

    private static Optional<DatasetView.Picture> chosen(List<HitView> images, String image) {
        return images.stream()
                .map(HitView::hit)
                .filter(hit -> hit.identifier().equals(image) && hit.zarr() != null)
                .findFirst()
                .map(hit -> new DatasetView.Picture(hit.identifier(), hit.title(), hit.zarr(), hit.thumbnail()));
    }

    /** An image of the data set that is not among those of this page of the gallery. */
    private Optional<DatasetView.Picture> elsewhere(PublishedDataset dataset, String image) {
        if (image == null || image.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return records.findShown(image)
                .filter(found -> found.repository() == Repository.IMAGES)
                .map(found -> parser.image(image, found.node(), found.xml()))
                .filter(found -> found.datasetIdentifier().equals(dataset.identifier()) && found.zarr() != null)
                .filter(found -> WebAddress.safe(found.zarr()) != null)
                .map(found -> new DatasetView.Picture(
                        found.identifier(),
                        found.name(),
                        WebAddress.safe(found.zarr()),
                        WebAddress.safe(found.thumbnail())));
    }

    private static DatasetView.Picture lead(PublishedDataset dataset, List<HitView> images) {
        String zarr = dataset.leadImage() == null
                ? null
                : WebAddress.safe(dataset.leadImage().zarr());
        if (zarr == null) {
            return null;
        }
        String identifier = dataset.leadImage().identifier();
        String name = images.stream()
                .map(HitView::hit)
                .filter(hit -> hit.identifier().equals(identifier))
                .map(Hit::title)
                .findFirst()
                .orElse(dataset.title());
        return new DatasetView.Picture(
                identifier, name, zarr, WebAddress.safe(dataset.leadImage().thumbnail()));
    }
}
