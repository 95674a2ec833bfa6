package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What was computed from the images: REMBI, "Analyzed data".
 *
 * @param resultType as "segmentation" or "table of counts"
 * @param inputs names or identifiers of what it was computed from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnalyzedData(String resultType, String method, List<Software> software, List<String> inputs) {
    public AnalyzedData {
        software = Components.list(software);
        inputs = Components.list(inputs);
    }
}
