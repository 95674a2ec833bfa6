package org.vitrail.gateway.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.vitrail.gateway.ingest.NodeStatus;

/** The templates, by the page that they make. */
@CheckedTemplate(defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME, basePath = "portal")
final class Pages {

    private Pages() {}

    static native TemplateInstance search(SearchView view);

    static native TemplateInstance dataset(DatasetView view);

    static native TemplateInstance nodes(List<NodeView> nodes);

    static native TemplateInstance about(List<NodeStatus> nodes);

    static native TemplateInstance failure(FailureView view);
}
