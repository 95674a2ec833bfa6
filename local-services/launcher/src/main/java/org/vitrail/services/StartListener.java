package org.vitrail.services;

import java.time.Duration;

/** Hears of each engine when it is ready. Called from several threads. */
@FunctionalInterface
public interface StartListener {

    /** @param took from the engine's own start until it was ready */
    void ready(Engine engine, Duration took);
}
