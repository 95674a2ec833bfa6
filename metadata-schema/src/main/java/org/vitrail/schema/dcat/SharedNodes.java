package org.vitrail.schema.dcat;

import static org.vitrail.schema.dcat.Vocabulary.*;

import java.net.URI;
import java.util.List;
import org.apache.jena.rdf.model.Property;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.TermReference;

/** Agents, terms, licenses and publishers, which data sets and images both have: each written and read side by side. */
final class SharedNodes {
    private SharedNodes() {}

    static void writeAgents(NodeWriter node, List<Agent> agents) {
        node.entries(CREATOR, agents, (entry, agent) -> {
            boolean organization = agent.name() == null && agent.organization() != null;
            entry.type(organization ? ORGANIZATION : PERSON)
                    .text(NAME, organization ? agent.organization() : agent.name())
                    .text(ORGANIZATION_NAME, organization ? null : agent.organization())
                    .text(ORCID, agent.orcid())
                    .text(AFFILIATION, agent.affiliation())
                    .text(ROR, agent.ror());
        });
    }

    static List<Agent> readAgents(NodeReader node) {
        return node.entries(CREATOR, entry -> {
            boolean organization = entry.hasType(ORGANIZATION);
            return new Agent(
                    organization ? null : entry.text(NAME),
                    organization ? entry.text(NAME) : entry.text(ORGANIZATION_NAME),
                    entry.text(ORCID),
                    entry.text(AFFILIATION),
                    entry.text(ROR));
        });
    }

    static void writeTerms(NodeWriter node, Property property, List<TermReference> terms) {
        node.entries(property, terms, SharedNodes::writeTerm);
    }

    static void writeTerm(NodeWriter entry, TermReference term) {
        entry.text(CURIE, term.id()).text(RDFS_LABEL, term.label());
        Curie.findIri(term.id()).ifPresent(iri -> entry.link(TERM, URI.create(iri)));
    }

    static List<TermReference> readTerms(NodeReader node, Property property) {
        return node.entries(property, SharedNodes::readTerm);
    }

    static TermReference readTerm(NodeReader entry) {
        return new TermReference(entry.text(CURIE), entry.text(RDFS_LABEL));
    }

    static void writeLicense(NodeWriter node, String license) {
        node.text(LICENSE_ID, license);
        LicenseInfo.findById(license).ifPresent(info -> node.link(LICENSE, URI.create(info.url())));
    }

    static void writePublisher(NodeWriter node, String publisher) {
        if (publisher != null) {
            node.part(PUBLISHER, agent -> agent.type(ORGANIZATION).text(NAME, publisher));
        }
    }

    static String readPublisher(NodeReader node) {
        return node.part(PUBLISHER, agent -> agent.text(NAME));
    }
}
