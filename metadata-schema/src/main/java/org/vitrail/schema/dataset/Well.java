package org.vitrail.schema.dataset;

import java.util.List;

/**
 * A well of a plate; treatments stand on it, its fields are images.
 *
 * @param row as A
 * @param column as 2
 * @param fields image ids, in order of acquisition
 */
public record Well(String row, String column, List<TermReference> treatments, List<String> fields) {
    public Well {
        treatments = Components.list(treatments);
        fields = Components.list(fields);
    }
}
