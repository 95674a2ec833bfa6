package org.vitrail.omezarr.validation;

import java.util.Optional;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.ZarrStore;

/** A store that does not tell its keys, as a web server. */
class UnlistedStore implements ZarrStore {

    private final MemoryZarrStore store;

    UnlistedStore(MemoryZarrStore store) {
        this.store = store;
    }

    @Override
    public void put(String key, byte[] bytes) {
        store.put(key, bytes);
    }

    @Override
    public Optional<byte[]> find(String key) {
        return store.find(key);
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        return store.range(key, offset, length);
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return store.suffix(key, length);
    }
}
