package org.vitrail.services;

import java.time.Duration;

/** What the launcher does with every engine alike. */
interface RunningEngine {

    ChildProcess process();

    /** The version that the running engine itself tells, such as {@code 18.6}. */
    String version();

    /** Waits for a started engine, and stops it when it does not become ready. */
    static <E extends RunningEngine> E ready(E engine, ChildProcess.ReadyCheck check, Duration limit) {
        try {
            engine.process().awaitReady(check, limit);
            return engine;
        } catch (LocalServicesException failed) {
            engine.process().close();
            throw failed;
        }
    }
}
