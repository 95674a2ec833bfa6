package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.AgentLinks;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.xml.XmlText;

/** Creators, who are the crate's authors, their affiliations, and the publisher. */
final class CrateAgents {
    private CrateAgents() {}

    static void creators(Graph graph, ObjectNode root, List<Agent> creators) {
        for (int i = 0; i < creators.size(); i++) {
            Agent agent = creators.get(i);
            boolean organization = agent.organizational();
            String type = organization ? "Organization" : "Person";
            String id = AgentLinks.findOrcidUrl(agent)
                    .or(() -> organization ? AgentLinks.findRorUrl(agent) : Optional.empty())
                    .orElse("#creator-" + (i + 1));
            String name = XmlText.legalOrNull(agent.displayName());
            ObjectNode author = graph.link(root, "author", id, type, name == null ? "unknown" : name);
            graph.link(root, "creator", id, type, null);
            if (!organization && XmlText.legalOrNull(agent.affiliation()) != null) {
                String place = AgentLinks.findRorUrl(agent).orElse("#affiliation-" + (i + 1));
                graph.link(author, "affiliation", place, "Organization", agent.affiliation());
            }
        }
    }

    /** Named by the node's own address, which is where the data set is to be had. */
    static void publisher(Graph graph, ObjectNode root, PublishedDataset d) {
        String name = XmlText.legalOrNull(d.publisher());
        if (name == null) {
            return;
        }
        String page = String.valueOf(d.landingPage());
        int end = page.indexOf("/datasets/");
        String id = end < 0 ? "#publisher" : page.substring(0, end) + "/";
        graph.entity(id, "Organization").put("name", name);
        root.putObject("publisher").put("@id", id);
    }
}
