package org.vitrail.node.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vitrail.schema.madmp.MadmpReader;
import org.vitrail.schema.madmp.PlannedDataset;

/** Data management plans that drafts begin from. */
@ApplicationScoped
class Plans {
    private final Clock clock;

    Plans(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a plan says of one data set; see {@link MadmpReader#read}.
     *
     * @throws org.vitrail.schema.dataset.UnreadableDescription when it is no plan, or has not the data set
     */
    PlannedDataset read(byte[] plan, String dataset) {
        return new MadmpReader(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).read(plan, dataset);
    }
}
