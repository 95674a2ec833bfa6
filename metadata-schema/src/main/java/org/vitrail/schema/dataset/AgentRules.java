package org.vitrail.schema.dataset;

import java.util.List;

/** What submission demands of creators. */
final class AgentRules {
    private AgentRules() {}

    static void check(List<Agent> creators, Faults faults) {
        if (creators.isEmpty()) {
            faults.add("creators", FaultCode.CREATORS_MISSING);
        }
        checkEach("creators", creators, faults);
    }

    /** What holds of agents wherever they are named. */
    static void checkEach(String path, List<Agent> agents, Faults faults) {
        for (int i = 0; i < agents.size(); i++) {
            check(path + "[" + i + "]", agents.get(i), faults);
        }
    }

    private static void check(String path, Agent agent, Faults faults) {
        boolean named = !Faults.blank(agent.name());
        boolean organization = !Faults.blank(agent.organization());
        if (named == organization) {
            faults.add(path, named ? FaultCode.CREATOR_NAMED_TWICE : FaultCode.CREATOR_UNNAMED);
        }
        if (agent.orcid() != null && !CheckDigits.isOrcid(agent.orcid())) {
            faults.add(path + ".orcid", FaultCode.ORCID_INVALID, agent.orcid());
        }
        if (agent.ror() != null && !CheckDigits.isRor(agent.ror())) {
            faults.add(path + ".ror", FaultCode.ROR_INVALID, agent.ror());
        }
    }
}
