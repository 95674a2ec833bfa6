package org.vitrail.omezarr;

import java.util.Optional;

/**
 * A folder of another store as a store of its own.
 *
 * @param store where the folder is
 * @param prefix of its keys, ending with a slash
 */
record SubfolderStore(ZarrStore store, String prefix) implements ZarrStore {

    @Override
    public void put(String key, byte[] bytes) {
        store.put(prefix + ZarrKeys.checked(key), bytes);
    }

    @Override
    public void delete(String key) {
        store.delete(prefix + ZarrKeys.checked(key));
    }

    @Override
    public Optional<byte[]> find(String key) {
        return store.find(prefix + ZarrKeys.checked(key));
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        return store.range(prefix + ZarrKeys.checked(key), offset, length);
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return store.suffix(prefix + ZarrKeys.checked(key), length);
    }

    @Override
    public Optional<byte[]> find(String key, int mostBytes) {
        return store.find(prefix + ZarrKeys.checked(key), mostBytes);
    }

    @Override
    public Optional<byte[]> findRange(String key, long offset, int length) {
        return store.findRange(prefix + ZarrKeys.checked(key), offset, length);
    }

    @Override
    public String toString() {
        return store + "/" + prefix;
    }
}
