package org.vitrail.harvest.run;

import java.time.Duration;
import java.util.Optional;
import org.vitrail.harvest.protocol.HarvestFault;

/** A server that cannot answer now, and perhaps says when it can. */
final class TryLater extends HarvestFault {

    private final transient Optional<Duration> asked;

    TryLater(int status, Optional<Duration> asked) {
        super("the server answered with HTTP status " + status);
        this.asked = asked;
    }

    Optional<Duration> asked() {
        return asked;
    }
}
