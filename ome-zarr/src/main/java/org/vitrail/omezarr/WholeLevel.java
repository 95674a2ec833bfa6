package org.vitrail.omezarr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** All stored chunks of a level, by several threads at once. */
final class WholeLevel {

    private static final double MOST_OBJECTS = 50e6;
    private static final int MOST_FAULTS = 1000;

    private final ZarrArrayPixels array;
    private final int threads;

    WholeLevel(ZarrArrayPixels array, int threads) {
        this.array = array;
        this.threads = threads;
    }

    /** As {@link OmeZarrReader#decodeAll}. */
    boolean decode(Consumer<String> fault) {
        if (array.objects() > MOST_OBJECTS) {
            return false;
        }
        AtomicInteger faults = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int first = i;
            work.add(() -> {
                array.decodeAll(first, threads, found -> tell(found.message(), faults, fault));
                return null;
            });
        }
        Workers.run(work, threads);
        return true;
    }

    private static void tell(String message, AtomicInteger faults, Consumer<String> fault) {
        synchronized (faults) {
            if (faults.incrementAndGet() <= MOST_FAULTS) {
                fault.accept(message);
            }
        }
    }
}
