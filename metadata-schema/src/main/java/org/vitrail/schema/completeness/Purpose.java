package org.vitrail.schema.completeness;

import java.util.Locale;

/** What a recommended field is good for; the reason of its weight. */
enum Purpose {
    /** Searches find it. FAIR F2, F4. */
    FINDING,
    /** People, institutes and funders get their credit. FAIR R1.2. */
    CREDIT,
    /** Others can judge and repeat it. FAIR R1; REMBI. */
    REUSE,
    /** Programs and models can learn from it without a person reading. FAIR I1, I3; MIFA. */
    LEARNING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
