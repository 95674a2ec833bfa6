package org.vitrail.schema.madmp;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrail.schema.dataset.Access;
import org.vitrail.schema.dataset.LicenseInfo;

/**
 * On what terms a plan means to give a data set away, from the first distribution that says so.
 *
 * @param license SPDX identifier; null where the plan names none of ours
 * @param access null where the plan does not say
 * @param embargoUntil null unless embargoed
 */
record PlanTerms(String license, Access access, LocalDate embargoUntil) {

    private record Planned(String license, LocalDate start) {}

    /** @param today a license that begins later means an embargo until then */
    static PlanTerms of(PlanNode dataset, LocalDate today) {
        List<PlanNode> distributions = dataset.children("distribution");
        Planned planned = distributions.stream()
                .flatMap(distribution -> distribution.children("license").stream())
                .map(PlanTerms::license)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Planned(null, null));
        Access access = distributions.stream()
                .map(distribution -> access(distribution))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        boolean later = planned.start() != null && planned.start().isAfter(today);
        return later && (access == null || access == Access.OPEN)
                ? new PlanTerms(planned.license(), Access.EMBARGOED, planned.start())
                : new PlanTerms(planned.license(), access, null);
    }

    private static Optional<Planned> license(PlanNode license) {
        String address = license.text("license_ref").orElse("");
        Optional<String> known = LicenseInfo.findByAddress(address).map(LicenseInfo::id);
        if (known.isEmpty() && !address.isEmpty()) {
            license.note("license_ref", PlanRemark.LICENSE_UNKNOWN, address);
        }
        return known.map(id -> new Planned(id, license.date("start_date").orElse(null)));
    }

    private static Optional<Access> access(PlanNode distribution) {
        Optional<String> word = distribution.text("data_access");
        Optional<Access> access = word.flatMap(PlanTerms::access);
        if (word.isPresent() && access.isEmpty()) {
            distribution.note("data_access", PlanRemark.OTHER_FORM, word.get());
        }
        return access;
    }

    private static Optional<Access> access(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "open" -> Optional.of(Access.OPEN);
            case "shared" -> Optional.of(Access.RESTRICTED);
            case "closed" -> Optional.of(Access.METADATA_ONLY);
            default -> Optional.empty();
        };
    }
}
