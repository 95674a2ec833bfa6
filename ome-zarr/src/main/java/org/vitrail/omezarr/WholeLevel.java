package org.vitrail.omezarr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.vitrail.pixels.UnsupportedImage;

/** All stored chunks of a level, by several threads at once. */
final class WholeLevel {

    private static final double MOST_OBJECTS = 50e6;
    private static final int MOST_FAULTS = 1000;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

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
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int first = i;
            work.add(() -> array.decodeAll(first, threads, found -> tell(found.message(), faults, fault)));
        }
        Workers.run(work, threads);
        return true;
    }

    /** As {@link OmeZarrReader#readAll}. */
    byte[] read() {
        double bytes = (double) array.shape().pixels() * array.type().bytes();
        if (bytes > MOST_BYTES) {
            throw new UnsupportedImage("The level has " + Math.round(bytes) + " bytes; up to " + MOST_BYTES
                    + " are read at once. Read it by regions.");
        }
        byte[] destination = new byte[(int) bytes];
        long chunks = array.chunks();
        AtomicLong next = new AtomicLong();
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            work.add(() -> {
                for (long number = next.getAndIncrement(); number < chunks; number = next.getAndIncrement()) {
                    array.readChunk(number, destination);
                }
            });
        }
        Workers.run(work, threads);
        return destination;
    }

    private static void tell(String message, AtomicInteger faults, Consumer<String> fault) {
        synchronized (faults) {
            if (faults.incrementAndGet() <= MOST_FAULTS) {
                fault.accept(message);
            }
        }
    }
}
