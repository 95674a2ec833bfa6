package org.vitrail.schema.dataset;

import java.util.Optional;

/** The web addresses behind an agent's identifiers; only what checks is linked. */
public final class AgentLinks {
    private AgentLinks() {}

    /** https://orcid.org/…; empty when there is none or its check digit is wrong. */
    public static Optional<String> findOrcidUrl(Agent agent) {
        String orcid = agent.orcid();
        return orcid != null && CheckDigits.isOrcid(orcid)
                ? Optional.of("https://orcid.org/" + lastPart(orcid))
                : Optional.empty();
    }

    /** https://ror.org/…; empty when there is none or its check digits are wrong. */
    public static Optional<String> findRorUrl(Agent agent) {
        String ror = agent.ror();
        return ror != null && CheckDigits.isRor(ror)
                ? Optional.of("https://ror.org/" + lastPart(ror))
                : Optional.empty();
    }

    private static String lastPart(String identifier) {
        return identifier.substring(identifier.lastIndexOf('/') + 1);
    }
}
