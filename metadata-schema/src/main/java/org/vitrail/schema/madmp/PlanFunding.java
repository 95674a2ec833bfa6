package org.vitrail.schema.madmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrail.schema.dataset.Funding;

/** Who pays for the projects of a plan; what is only planned, applied for or rejected pays for nothing. */
final class PlanFunding {
    private PlanFunding() {}

    static List<Funding> read(PlanNode plan) {
        List<Funding> funding = new ArrayList<>();
        for (PlanNode project : plan.children("project")) {
            for (PlanNode grant : project.children("funding")) {
                funding(grant).ifPresent(funding::add);
            }
        }
        return funding;
    }

    private static Optional<Funding> funding(PlanNode grant) {
        String status = grant.text("funding_status").orElse("granted").toLowerCase(Locale.ROOT);
        if (!status.equals("granted")) {
            grant.note("funding_status", PlanRemark.NOT_GRANTED, status);
            return Optional.empty();
        }
        String name = grant.text("funder_name").or(() -> grant.text("name")).orElse(null);
        String id = funderId(grant.child("funder_id"));
        boolean named = id != null && !id.contains("/");
        PlanNode award = grant.child("grant_id");
        String number = award.text("identifier").orElse(null);
        boolean address = number != null && number.matches("https?://[^\\s<>\"]+");
        Funding funding = new Funding(
                name == null && named ? id : name,
                named ? null : id,
                address ? null : number,
                null,
                address ? number : null);
        return funding.displayName() == null ? Optional.empty() : Optional.of(funding);
    }

    /** A DOI of Crossref's registry also where the plan has its last part only; else as it stands. */
    private static String funderId(PlanNode id) {
        String identifier = id.text("identifier").orElse(null);
        boolean registered = id.text("type").orElse("").toLowerCase(Locale.ROOT).equals("fundref");
        return registered && identifier != null && identifier.matches("\\d+")
                ? "https://doi.org/10.13039/" + identifier
                : identifier;
    }
}
