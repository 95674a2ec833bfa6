package org.vitrail.node.deposit;

import java.util.List;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.madmp.PlanNote;
import org.vitrail.schema.madmp.PlannedDataset;

/**
 * What became of a plan.
 *
 * @param taken names of the description's fields that it filled
 * @param notes what was not taken, or is to be looked at
 */
record TakenPlan(List<String> taken, List<PlanNote.Told> notes) {
    static TakenPlan of(PlannedDataset planned, Language language) {
        return new TakenPlan(
                planned.taken(),
                planned.notes().stream().map(note -> note.in(language)).toList());
    }
}
