package org.vitrail.gateway.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.TermReference;

/**
 * One result, of a search for data sets or for images; contracts §5.
 *
 * @param doi null unless registered
 * @param description cut where long
 * @param images how many the data set has; 1 for an image
 * @param thumbnail null unless pixels are open
 * @param zarr null unless pixels are open
 * @param highlight field to HTML with {@code <em>}, everything else escaped
 * @param dataset of an image: its data set's identifier
 * @param pixels of an image: shape and meaning
 */
public record Hit(
        String identifier,
        String doi,
        String node,
        String title,
        String description,
        List<String> creators,
        LocalDate published,
        String license,
        String access,
        int images,
        long sizeBytes,
        String landingPage,
        String thumbnail,
        String zarr,
        List<TermReference> organisms,
        List<TermReference> methods,
        List<TermReference> terms,
        List<Match> matched,
        Map<String, String> highlight,
        @JsonInclude(JsonInclude.Include.NON_NULL) String dataset,
        @JsonInclude(JsonInclude.Include.NON_NULL) String datasetTitle,
        @JsonInclude(JsonInclude.Include.NON_NULL) String imageSet,
        @JsonInclude(JsonInclude.Include.NON_NULL) PixelDescription pixels,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer labels) {}
