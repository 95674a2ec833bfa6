package org.vitrail.omezarr;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** Objects in memory. */
public final class MemoryZarrStore implements ListableZarrStore {

    /** Keys and bytes. */
    public final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

    @Override
    public void put(String key, byte[] bytes) {
        objects.put(key, bytes);
    }

    @Override
    public void list(String prefix, Consumer<String> key) {
        objects.keySet().stream().filter(each -> each.startsWith(prefix)).forEach(key);
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        byte[] bytes = objects.get(key);
        int from = (int) Math.min(bytes.length, offset);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return find(key).map(bytes -> Arrays.copyOfRange(bytes, Math.max(0, bytes.length - length), bytes.length));
    }
}
