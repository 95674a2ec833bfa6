package org.vitrail.schema.madmp;

import java.util.List;
import org.vitrail.schema.dataset.DatasetDescription;

/**
 * What a plan says of one of its data sets.
 *
 * @param description as far as the plan goes; incomplete
 * @param taken names of the description's fields that the plan filled, in the order of the description
 * @param notes what was not taken, or is to be looked at, in the order of the plan
 */
public record PlannedDataset(DatasetDescription description, List<String> taken, List<PlanNote> notes) {
    public PlannedDataset {
        taken = List.copyOf(taken);
        notes = List.copyOf(notes);
    }
}
