package org.vitrail.harvest.run;

import java.util.Optional;
import org.vitrail.harvest.protocol.Page;

/**
 * How much of a list was read, beside what the repository says that it holds. Both of its numbers may be wrong
 * (OAI-PMH 2.0 §3.5 lets completeListSize be an estimate), so they decide only where nothing else does.
 */
final class ListExtent {

    private final boolean fromTheBeginning;
    private long counted;
    private long reached;
    private Optional<Long> size = Optional.empty();

    /** @param fromTheBeginning false when records before this run's first are not counted here */
    ListExtent(boolean fromTheBeginning) {
        this.fromTheBeginning = fromTheBeginning;
    }

    void add(Page page) {
        counted += page.offered();
        reached = Math.max(counted, page.cursor().orElse(0L) + page.offered());
        size = page.completeListSize().or(() -> size);
    }

    /** Whether as many records came as the repository says that there are. */
    boolean whole() {
        return size.isPresent() && reached >= size.get();
    }

    /** Whether the repository said nothing of the list's size. */
    boolean unknown() {
        return size.isEmpty();
    }

    /** A warning when the list ended before its announced size. */
    Optional<String> shortfall() {
        return fromTheBeginning && size.isPresent() && !whole()
                ? Optional.of("The list ended after " + counted + " records, though the repository announced "
                        + size.get() + ".")
                : Optional.empty();
    }
}
