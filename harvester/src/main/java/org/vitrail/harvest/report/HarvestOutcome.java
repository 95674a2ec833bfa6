package org.vitrail.harvest.report;

/** How a harvest ended, with the report of all that happened. */
public sealed interface HarvestOutcome {

    HarvestReport report();

    /** The list was read to its end; single records can have failed all the same. */
    record Complete(HarvestReport report) implements HarvestOutcome {}

    /** The list was not read to its end; {@link HarvestReport#resumeFrom()} says where to go on. */
    record Interrupted(HarvestReport report) implements HarvestOutcome {}

    /** Asking again will not help; {@link HarvestReport#code()} is OAI-PMH's error code, or ours. */
    record Refused(HarvestReport report) implements HarvestOutcome {}

    /** The outcome of the kind that the report names. */
    static HarvestOutcome of(HarvestReport report) {
        return switch (report.outcome()) {
            case COMPLETE -> new Complete(report);
            case INTERRUPTED -> new Interrupted(report);
            case REFUSED -> new Refused(report);
        };
    }
}
