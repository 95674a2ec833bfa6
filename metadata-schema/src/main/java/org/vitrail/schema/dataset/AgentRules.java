package org.vitrail.schema.dataset;

import java.util.List;

/** What submission demands of creators. */
final class AgentRules {
    private AgentRules() {}

    static void check(List<Agent> creators, Faults faults) {
        if (creators.isEmpty()) {
            faults.add("creators", "The data set has no creator.", "Name one person or organization at least.");
        }
        for (int i = 0; i < creators.size(); i++) {
            check("creators[" + i + "]", creators.get(i), faults);
        }
    }

    private static void check(String path, Agent agent, Faults faults) {
        boolean named = !Faults.blank(agent.name());
        boolean organization = !Faults.blank(agent.organization());
        if (named == organization) {
            faults.add(
                    path,
                    named ? "This creator has both a name and an organization." : "This creator has no name.",
                    "Give either name, as \"Family, Given\", or organization; a person's institute is the affiliation.");
        }
        if (agent.orcid() != null && !CheckDigits.isOrcid(agent.orcid())) {
            faults.add(
                    path + ".orcid",
                    "\"" + agent.orcid() + "\" is not an ORCID: its form or its check digit is wrong.",
                    "Copy it from orcid.org; it looks like 0000-0002-1825-0097.");
        }
        if (agent.ror() != null && !CheckDigits.isRor(agent.ror())) {
            faults.add(
                    path + ".ror",
                    "\"" + agent.ror() + "\" is not a ROR identifier: its form or its check digits are wrong.",
                    "Copy it from ror.org; it looks like https://ror.org/04wxnsj81.");
        }
    }
}
