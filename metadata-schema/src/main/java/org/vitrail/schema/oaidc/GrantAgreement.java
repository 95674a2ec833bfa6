package org.vitrail.schema.oaidc;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrail.schema.dataset.Funding;

/**
 * The name that OpenAIRE's guidelines give to a grant, {@code info:eu-repo/grantAgreement/Funder/Programme/Number}
 * (guidelines for data archives 2.0, "Contributor"). Only where the funder's identifier is that of a framework
 * programme: the Commission's own says not which.
 */
final class GrantAgreement {
    private static final Map<String, String> PROGRAMMES = Map.of(
            "10.13039/501100004963", "EC/FP7",
            "10.13039/501100007601", "EC/H2020",
            "10.13039/100018693", "EC/HE");
    private static final Pattern NUMBER = Pattern.compile("\\d{6,9}");

    private GrantAgreement() {}

    /** Empty unless programme and number are those of a grant of the European Union. */
    static Optional<String> find(Funding funding) {
        String number = funding.awardNumber();
        return number == null || !NUMBER.matcher(number).matches()
                ? Optional.empty()
                : funding.findFunderDoi()
                        .map(PROGRAMMES::get)
                        .map(programme -> "info:eu-repo/grantAgreement/" + programme + "/" + number);
    }
}
