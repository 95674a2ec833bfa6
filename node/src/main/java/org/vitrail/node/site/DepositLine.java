package org.vitrail.node.site;

import java.time.Instant;
import java.util.Objects;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositState;

/**
 * A deposit in a list.
 *
 * @param state word of the state; "returned" for a draft that came back, "withdrawn" when its data set is
 * @param reason why it came back; empty else
 */
record DepositLine(
        String id,
        String accession,
        int version,
        String title,
        String owner,
        String state,
        String reason,
        Instant updated) {

    static DepositLine of(Deposit deposit) {
        boolean returned = deposit.state() == DepositState.DRAFT && deposit.returnReason() != null;
        String title = deposit.description().title();
        return new DepositLine(
                deposit.id(),
                deposit.accession(),
                deposit.version(),
                title == null || title.isBlank() ? "Untitled" : title,
                deposit.ownerName(),
                returned ? "returned" : deposit.state().word(),
                Objects.requireNonNullElse(deposit.returnReason(), ""),
                deposit.updatedAt());
    }

    /** The same of a data set that was withdrawn; a draft of a further version stays a draft. */
    DepositLine ofWithdrawn() {
        return published() ? new DepositLine(id, accession, version, title, owner, "withdrawn", reason, updated) : this;
    }

    /** Whether its landing page exists. */
    public boolean published() {
        return state.equals(DepositState.PUBLISHED.word());
    }
}
