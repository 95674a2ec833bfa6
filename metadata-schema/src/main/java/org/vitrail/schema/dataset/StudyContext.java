package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a data set belongs to: who paid for it, whose collections it stands in, which plans foresaw it.
 *
 * @param communities names that a node's configuration knows, {@code [a-z0-9-]}, 2 to 40 characters
 * @param plans web addresses of data management plans
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StudyContext(List<Funding> funding, List<String> communities, List<String> plans) {
    /** Of a data set that says nothing of it. */
    public static final StudyContext NONE = new StudyContext(null, null, null);

    public StudyContext {
        funding = Components.list(funding);
        communities = Components.list(communities);
        plans = Components.list(plans);
    }
}
