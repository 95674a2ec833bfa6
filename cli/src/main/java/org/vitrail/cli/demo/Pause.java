package org.vitrail.cli.demo;

/** Waiting between two looks at something that takes its time. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("The demo was interrupted", stopped);
        }
    }
}
