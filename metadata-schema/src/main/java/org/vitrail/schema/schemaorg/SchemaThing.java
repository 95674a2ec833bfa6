package org.vitrail.schema.schemaorg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.AgentLinks;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.Funding;
import org.vitrail.schema.dataset.Publication;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlText;

/** One thing of schema.org while it is written, by one thread; null values and empty lists are left out. */
public final class SchemaThing {
    private final ObjectNode node;

    private SchemaThing(ObjectNode node) {
        this.node = node;
    }

    /** A thing of which nothing is said yet. */
    public static SchemaThing create() {
        return new SchemaThing(JsonNodeFactory.instance.objectNode());
    }

    /** The thing itself, for what has no method here. */
    public ObjectNode node() {
        return node;
    }

    public SchemaThing text(String property, String value) {
        if (value != null) {
            node.put(property, XmlText.legal(value));
        }
        return this;
    }

    public SchemaThing link(String property, URI value) {
        return text(property, value == null ? null : value.toString());
    }

    public SchemaThing time(String property, Instant value) {
        return text(property, value == null ? null : value.toString());
    }

    /** A list without repetitions. */
    public SchemaThing texts(String property, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = node.putArray(property);
            values.stream().distinct().forEach(value -> list.add(XmlText.legal(value)));
        }
        return this;
    }

    /** A thing in its place, of the given type. */
    public ObjectNode child(String property, String type) {
        return node.putObject(property).put("@type", type);
    }

    /** An organization known by its name only; nothing where that is null. */
    public void organization(String property, String name) {
        if (name != null) {
            child(property, "Organization").put("name", XmlText.legal(name));
        }
    }

    /** Persons and organizations, each with ORCID or ROR as its {@code @id} where that checks. */
    public void agents(String property, List<Agent> agents) {
        for (Agent agent : agents) {
            ObjectNode entry = entry(property, agent.organizational() ? "Organization" : "Person");
            SchemaThing thing = new SchemaThing(entry);
            String ror = AgentLinks.findRorUrl(agent).orElse(null);
            thing.text("@id", AgentLinks.findOrcidUrl(agent).orElse(agent.organizational() ? ror : null));
            thing.text("name", agent.displayName());
            if (!agent.organizational() && (agent.affiliation() != null || ror != null)) {
                SchemaThing affiliation = new SchemaThing(thing.child("affiliation", "Organization"));
                affiliation.text("@id", ror).text("name", agent.affiliation());
            }
        }
    }

    /** Terms as DefinedTerm, each once; what says "not applicable" is left out. */
    @SafeVarargs
    public final void terms(String property, List<TermReference>... lists) {
        Arrays.stream(lists)
                .flatMap(List::stream)
                .filter(term -> !term.notApplicable())
                .distinct()
                .forEach(term -> {
                    SchemaThing thing = new SchemaThing(entry(property, "DefinedTerm"));
                    String iri = Curie.findIri(term.id()).orElse(null);
                    thing.text("@id", iri).text("name", term.label() == null ? term.id() : term.label());
                    thing.text("termCode", term.id()).text("url", iri);
                });
    }

    void citations(String property, List<Publication> publications) {
        for (Publication publication : publications) {
            publication
                    .findAddress()
                    .ifPresent(address -> new SchemaThing(entry(property, "CreativeWork"))
                            .text("@id", address.toString())
                            .link("url", address));
        }
    }

    /** The funders, and the grants they gave; schema.org, {@code funding} and {@code funder}. */
    void funding(List<Funding> funding) {
        for (Funding each : funding) {
            funder(new SchemaThing(entry("funder", "Organization")), each);
            SchemaThing grant = new SchemaThing(entry("funding", "Grant"));
            grant.text("identifier", each.awardNumber()).text("name", each.awardTitle());
            grant.text("url", each.awardUri());
            funder(new SchemaThing(grant.child("funder", "Organization")), each);
        }
    }

    private static void funder(SchemaThing organization, Funding funding) {
        organization.text("@id", funding.findFunderUrl().orElse(null)).text("name", funding.displayName());
    }

    void identifier(String kind, String value, String url) {
        new SchemaThing(entry("identifier", "PropertyValue"))
                .text("propertyID", kind)
                .text("value", value)
                .text("url", url);
    }

    void distribution(String name, String url, String mediaType) {
        new SchemaThing(entry("distribution", "DataDownload"))
                .text("name", name)
                .text("contentUrl", url)
                .text("encodingFormat", mediaType);
    }

    private ObjectNode entry(String property, String type) {
        return node.withArray("/" + property).addObject().put("@type", type);
    }
}
