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
import java.util.function.Consumer;

/**
 * Stores objects beside the work, some tens of MiB at a time at most, and keeps what was stored. The first failure ends the
 * conversion.
 */
final class ObjectRecorder implements AutoCloseable {

    /** Two shards, or many small objects, are under way at once. */
    private static final int ROOM_KIB = 36 << 10;

    private static final int LEAST_KIB = 1 << 10;

    private final ZarrStore store;
    private final ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(ROOM_KIB);
    private final ConcurrentLinkedQueue<StoredObject> stored = new ConcurrentLinkedQueue<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    ObjectRecorder(ZarrStore store) {
        this.store = store;
    }

    ZarrStore store() {
        return store;
    }

    /** As {@link #put(String, byte[], Consumer)}, with nobody to tell. */
    void put(String key, byte[] bytes) {
        put(key, bytes, done -> {});
    }

    /** Begins to store; waits while too much is under way; throws what an earlier one failed with. @param then told when stored */
    void put(String key, byte[] bytes, Consumer<StoredObject> then) {
        int share = Math.min(ROOM_KIB, Math.max(LEAST_KIB, bytes.length >> 10));
        acquire(share);
        throwFailure();
        sender.execute(() -> {
            try {
                store.put(key, bytes);
                StoredObject object = new StoredObject(key, bytes.length, sha256(bytes));
                stored.add(object);
                then.accept(object);
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
            } finally {
                room.release(share);
            }
        });
        throwFailure();
    }

    /** Counts objects as stored that an earlier run has stored. */
    void keep(List<StoredObject> earlier) {
        stored.addAll(earlier);
    }

    /** Waits until all is stored. */
    void await() {
        acquire(ROOM_KIB);
        room.release(ROOM_KIB);
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

    static String sha256(byte[] bytes) {
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
