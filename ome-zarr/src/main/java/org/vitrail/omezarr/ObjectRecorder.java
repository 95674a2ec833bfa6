package org.vitrail.omezarr;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Stores objects beside the work, two at a time at most, and keeps what was stored. The first failure ends the conversion. */
final class ObjectRecorder implements AutoCloseable {

    private static final int IN_FLIGHT = 2;

    private final ZarrStore store;
    private final ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final ConcurrentLinkedQueue<StoredObject> stored = new ConcurrentLinkedQueue<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    ObjectRecorder(ZarrStore store) {
        this.store = store;
    }

    /** Begins to store; waits while two others are under way; throws what an earlier one failed with. */
    void put(String key, byte[] bytes) {
        acquire(1);
        throwFailure();
        sender.execute(() -> {
            try {
                store.put(key, bytes);
                stored.add(new StoredObject(key, bytes.length, sha256(bytes)));
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
            } finally {
                room.release();
            }
        });
        throwFailure();
    }

    /** Waits until all is stored. */
    void await() {
        acquire(IN_FLIGHT);
        room.release(IN_FLIGHT);
        throwFailure();
    }

    /** What was stored, by key. */
    List<StoredObject> objects() {
        return stored.stream().sorted(Comparator.comparing(StoredObject::key)).toList();
    }

    private void acquire(int permits) {
        try {
            room.acquire(permits);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ZarrStoreFailure("The conversion was stopped while storing into " + store, stopped);
        }
    }

    private void throwFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
