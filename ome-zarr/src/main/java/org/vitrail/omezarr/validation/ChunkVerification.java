package org.vitrail.omezarr.validation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.vitrail.omezarr.ListableZarrStore;
import org.vitrail.omezarr.ListingRefused;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.ngff.ArrayMetadata;
import org.vitrail.omezarr.ngff.BadMetadata;
import org.vitrail.pixels.PixelsException;

/**
 * Decodes every stored chunk of the arrays that it is given, on several threads, in a bounded part of the memory: by the keys that the
 * store lists, or, where a store cannot list, by every key that there may be.
 */
final class ChunkVerification implements AutoCloseable {

    private static final double MOST_PLACES = 1e6;
    private static final int WAITING = 64;

    /** Kibibytes that chunks in work may take together. */
    private static final int ROOM =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 1024 / 3);

    private final ZarrStore store;
    private final Findings findings;
    private final ChunkCheck check;
    private final ThreadPoolExecutor workers;
    private final Semaphore room = new Semaphore(ROOM);
    /** False as soon as one array's objects could not be listed. */
    private boolean strays = true;

    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    ChunkVerification(ZarrStore store, Findings findings, int threads) {
        this.store = store;
        this.findings = findings;
        this.check = new ChunkCheck(store, findings);
        this.workers = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    ChunkCheck check() {
        return check;
    }

    /** True when objects that belong to no chunk were looked for in every array. */
    boolean lookedForStrays() {
        return strays;
    }

    /** Begins to check an array's chunks; returns when most are done. */
    void add(ArrayInfo info) {
        ArrayMetadata array;
        try {
            array = findings.zarrV3() ? ArrayMetadata.parse(info.document()) : ArrayMetadata.parseV2(info.document());
        } catch (BadMetadata unsupported) {
            unchecked(info, unsupported.getMessage());
            return;
        }
        ChunkGrid grid = new ChunkGrid(info.path(), array);
        if (store instanceof ListableZarrStore listable && strays) {
            try {
                addListed(listable, info, array, grid);
                return;
            } catch (ListingRefused refused) {
                // then it is like a store that cannot list
            }
        }
        strays = false;
        addPlaces(info, array, grid);
    }

    private void addPlaces(ArrayInfo info, ArrayMetadata array, ChunkGrid grid) {
        if (grid.places() > MOST_PLACES) {
            unchecked(
                    info,
                    "there are %.0f places for chunks, and the store cannot list which there are"
                            .formatted(grid.places()));
        } else {
            for (long number = 0; number < grid.places(); number++) {
                submit(grid.key(number), array);
            }
        }
    }

    private void addListed(ListableZarrStore listable, ArrayInfo info, ArrayMetadata array, ChunkGrid grid) {
        String prefix = info.path() + "/";
        try {
            listable.list(prefix, key -> {
                if (grid.has(key)) {
                    submit(key, array);
                } else if (!isMetadata(key.substring(prefix.length()))) {
                    findings.add(
                            Rule.STRAY_OBJECT,
                            key,
                            Section.ZARR_CHUNKS,
                            "it belongs to no chunk of the array " + Element.quoted(info.path()),
                            "Remove it, or correct the shape, the chunks or the encoding of keys");
                }
            });
        } catch (ListingRefused refused) {
            throw refused;
        } catch (PixelsException | IllegalArgumentException failed) {
            findings.add(
                    Rule.UNREADABLE_OBJECT,
                    info.path(),
                    Section.ZARR_CHUNKS,
                    "its objects could not be listed: " + failed.getMessage(),
                    "Make the folder readable, without links that lead out of it");
        }
    }

    private boolean isMetadata(String name) {
        return findings.zarrV3() ? name.equals("zarr.json") : name.equals(".zarray") || name.equals(".zattrs");
    }

    private void unchecked(ArrayInfo info, String reason) {
        info.root()
                .report(
                        Rule.UNCHECKED_CHUNKS,
                        "its chunks were not checked: " + reason,
                        "Check them with the program that wrote them");
    }

    private void submit(String key, ArrayMetadata array) {
        workers.execute(() -> {
            int kibibytes = (int) Math.min(ROOM, 64 + 5L * ChunkCheck.rawBytes(array) / 1024);
            room.acquireUninterruptibly(kibibytes);
            try {
                check.check(key, array);
            } catch (RuntimeException | Error unexpected) {
                fault.compareAndSet(null, unexpected);
            } finally {
                room.release(kibibytes);
            }
        });
    }

    /** Waits until all is checked; throws what a worker threw, which would be a fault of this program. */
    @Override
    public void close() {
        workers.close();
        Throwable thrown = fault.getAndSet(null);
        if (thrown instanceof RuntimeException unexpected) {
            throw unexpected;
        } else if (thrown instanceof Error unexpected) {
            throw unexpected;
        }
    }
}
