package org.vitrail.schema.madmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrail.schema.dataset.Agent;

/**
 * Who made a data set, as a plan tells it: its creators (1.2), else contributors of the plan whose role is about the data, else
 * all of them, else the contact. E-mail addresses are left out.
 */
final class PlanCreators {
    private static final Pattern MAKES_DATA =
            Pattern.compile("research|leader|collector|creator|author|investigator|producer|projectmember");

    private final PlanNode plan;
    private final PlanNode dataset;

    PlanCreators(PlanNode plan, PlanNode dataset) {
        this.plan = plan;
        this.dataset = dataset;
    }

    List<Agent> read() {
        List<PlanNode> own = dataset.children("creator");
        if (!own.isEmpty()) {
            return agents(own, "creator_id");
        }
        List<PlanNode> contributors = plan.children("contributor");
        List<PlanNode> makers =
                contributors.stream().filter(PlanCreators::makesData).toList();
        if (!makers.isEmpty()) {
            contributors.stream()
                    .filter(contributor -> !makers.contains(contributor))
                    .forEach(other -> other.note("", PlanRemark.NO_CREATOR, name(other)));
            return agents(makers, "contributor_id");
        }
        return contributors.isEmpty()
                ? agents(plan.children("contact"), "contact_id")
                : agents(contributors, "contributor_id");
    }

    private static boolean makesData(PlanNode contributor) {
        return contributor.texts("role").stream()
                .map(role -> role.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .anyMatch(role -> MAKES_DATA.matcher(role).find());
    }

    private static List<Agent> agents(List<PlanNode> people, String idField) {
        List<Agent> agents = new ArrayList<>();
        for (PlanNode person : people) {
            Optional<String> name = person.text("name");
            if (name.isPresent()) {
                agents.add(agent(person, name.get(), idField));
            }
        }
        return agents;
    }

    private static Agent agent(PlanNode person, String name, String idField) {
        if (name.indexOf(',') < 0) {
            person.note("name", PlanRemark.NAME_ORDER, name);
        }
        PlanNode affiliation =
                person.children("affiliation").stream().findFirst().orElse(null);
        return new Agent(
                name,
                null,
                identifier(person.child(idField), "orcid"),
                affiliation == null ? null : affiliation.text("name").orElse(null),
                affiliation == null ? null : identifier(affiliation.child("affiliation_id"), "ror"));
    }

    /** Of the kind that descriptions have; null else. An ORCID without its address. */
    private static String identifier(PlanNode id, String kind) {
        String identifier = id.text("identifier").orElse(null);
        if (identifier == null) {
            return null;
        }
        if (!id.text("type").orElse("").toLowerCase(Locale.ROOT).contains(kind)) {
            id.note("", PlanRemark.IDENTIFIER_OF_OTHER_KIND, identifier);
            return null;
        }
        return identifier.replaceFirst("^https?://orcid\\.org/", "");
    }

    private static String name(PlanNode person) {
        return person.text("name").orElse("");
    }
}
