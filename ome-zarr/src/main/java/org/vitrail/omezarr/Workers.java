package org.vitrail.omezarr;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does pieces of work at the same time and waits for all. */
final class Workers {

    private Workers() {}

    /** Throws what the first failing piece threw. One thread is the caller's own. */
    static void run(List<Runnable> work, int threads) {
        if (threads == 1) {
            work.forEach(Runnable::run);
            return;
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (Future<?> done :
                    workers.invokeAll(work.stream().map(Executors::callable).toList())) {
                done.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ZarrStoreFailure("The chunks were not waited for", stopped);
        }
    }
}
