package org.vitrail.schema.datacite;

import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.AgentLinks;
import org.vitrail.schema.xml.XmlWriter;

/** One creator: name and its parts, ORCID or ROR, affiliation. */
final class Creator {
    private Creator() {}

    static void write(XmlWriter xml, Agent agent) {
        boolean organization = agent.organizational();
        xml.start("creator")
                .start("creatorName", "nameType", organization ? "Organizational" : "Personal")
                .text(agent.displayName())
                .end();
        if (!organization) {
            nameParts(xml, agent.displayName());
        }
        AgentLinks.findOrcidUrl(agent).ifPresent(url -> identifier(xml, url, "ORCID", "https://orcid.org"));
        String ror = AgentLinks.findRorUrl(agent).orElse(null);
        if (organization && ror != null) {
            identifier(xml, ror, "ROR", "https://ror.org");
        }
        if (!organization) {
            xml.element(
                    "affiliation",
                    agent.affiliation(),
                    "affiliationIdentifier",
                    ror,
                    "affiliationIdentifierScheme",
                    ror == null ? null : "ROR",
                    "schemeURI",
                    ror == null ? null : "https://ror.org");
        }
        xml.end();
    }

    private static void nameParts(XmlWriter xml, String name) {
        int comma = name.indexOf(',');
        if (comma > 0) {
            xml.element("givenName", name.substring(comma + 1).strip());
            xml.element("familyName", name.substring(0, comma).strip());
        }
    }

    private static void identifier(XmlWriter xml, String url, String scheme, String schemeUri) {
        xml.element("nameIdentifier", url, "nameIdentifierScheme", scheme, "schemeURI", schemeUri);
    }
}
