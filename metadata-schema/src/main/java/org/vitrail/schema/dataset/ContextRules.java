package org.vitrail.schema.dataset;

import java.util.List;
import java.util.regex.Pattern;

/** What submission demands of funding, communities and plans, where they are given. */
final class ContextRules {
    private static final Pattern COMMUNITY = Pattern.compile("[a-z0-9-]{2,40}");

    private ContextRules() {}

    static void check(DatasetDescription d, Faults faults) {
        funding(d.funding(), faults);
        for (int i = 0; i < d.communities().size(); i++) {
            if (!COMMUNITY.matcher(d.communities().get(i)).matches()) {
                faults.add(
                        "communities[" + i + "]",
                        FaultCode.COMMUNITY_INVALID,
                        d.communities().get(i));
            }
        }
        for (int i = 0; i < d.plans().size(); i++) {
            WebAddress.check("plans[" + i + "]", d.plans().get(i), faults);
        }
    }

    private static void funding(List<Funding> funding, Faults faults) {
        for (int i = 0; i < funding.size(); i++) {
            Funding each = funding.get(i);
            String path = "funding[" + i + "]";
            if (Faults.blank(each.funder()) && Faults.blank(each.funderId())) {
                faults.add(path, FaultCode.FUNDER_UNNAMED);
            } else if (each.funderId() != null && each.findFunderUrl().isEmpty()) {
                faults.add(path + ".funderId", FaultCode.FUNDER_ID_INVALID, each.funderId());
            }
            WebAddress.check(path + ".awardUri", each.awardUri(), faults);
        }
    }
}
