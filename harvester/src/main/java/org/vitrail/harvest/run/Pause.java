package org.vitrail.harvest.run;

import java.time.Duration;

/** Waits before a repetition; replaced in tests by one that only remembers. */
@FunctionalInterface
public interface Pause {

    /** @throws InterruptedException when the run is to stop */
    void sleep(Duration time) throws InterruptedException;
}
