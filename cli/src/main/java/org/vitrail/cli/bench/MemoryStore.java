package org.vitrail.cli.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrail.omezarr.ZarrStore;

/** Keeps objects in memory, so that no disk is measured. */
final class MemoryStore implements ZarrStore {

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    @Override
    public void put(String key, byte[] bytes) {
        objects.put(key, bytes);
    }

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        byte[] object = objects.get(key);
        int from = (int) Math.min(offset, object.length);
        return Arrays.copyOfRange(object, from, (int) Math.min(object.length, (long) from + length));
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return find(key).map(object -> Arrays.copyOfRange(object, Math.max(0, object.length - length), object.length));
    }
}
