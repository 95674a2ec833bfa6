package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vitrail.schema.dataset.Funding;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.PublishedDataset;

/** Funders and their grants, and the plans that foresaw the data set. RO-Crate 1.2, "funding and grants". */
final class CrateFunding {
    private CrateFunding() {}

    static void write(Graph graph, ObjectNode root, PublishedDataset d) {
        for (int i = 0; i < d.funding().size(); i++) {
            funding(graph, root, d.funding().get(i), String.valueOf(i + 1));
        }
        d.plans().stream()
                .flatMap(plan -> Publication.findUri(plan).stream())
                .forEach(
                        plan -> graph.link(root, "subjectOf", plan.toString(), "CreativeWork", "Data management plan"));
    }

    private static void funding(Graph graph, ObjectNode root, Funding funding, String number) {
        String funder = funding.findFunderUrl().orElse("#funder-" + number);
        graph.link(root, "funder", funder, "Organization", funding.displayName());
        if (funding.awardNumber() != null || funding.awardTitle() != null || funding.awardUri() != null) {
            String id = Publication.findUri(funding.awardUri())
                    .map(Object::toString)
                    .orElse("#grant-" + number);
            ObjectNode grant = graph.link(root, "funding", id, "Grant", funding.awardTitle());
            Graph.text(grant, "identifier", funding.awardNumber());
            graph.link(grant, "funder", funder, "Organization", null);
        }
    }
}
