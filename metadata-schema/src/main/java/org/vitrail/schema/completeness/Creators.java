package org.vitrail.schema.completeness;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.schema.dataset.Agent;
import org.vitrail.schema.dataset.DatasetDescription;

/** What is said of those who made the data set. */
final class Creators {
    private Creators() {}

    /** Persons only: organizations have none. */
    static Share orcids(DatasetDescription d) {
        List<Integer> persons = new ArrayList<>();
        for (int i = 0; i < d.creators().size(); i++) {
            if (!d.creators().get(i).organizational()) {
                persons.add(i);
            }
        }
        return d.creators().isEmpty()
                ? Share.given("creators", false)
                : Share.among(
                        persons,
                        i -> filled(d.creators().get(i).orcid()),
                        found -> "creators[" + persons.get(found) + "].orcid");
    }

    static Share rors(DatasetDescription d) {
        return d.creators().isEmpty()
                ? Share.given("creators", false)
                : Share.among(d.creators(), (Agent agent) -> filled(agent.ror()), i -> "creators[" + i + "].ror");
    }

    /** One award, or one funder, is enough: many have one only. */
    static Share funding(DatasetDescription d) {
        return Share.given("funding", !d.funding().isEmpty());
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }
}
