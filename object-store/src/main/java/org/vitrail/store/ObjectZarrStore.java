package org.vitrail.store;

import java.util.Optional;
import org.vitrail.omezarr.ZarrKeys;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.ZarrStoreFailure;

/** The objects below a prefix as a Zarr store. Safe for several threads. */
public final class ObjectZarrStore implements ZarrStore {

    private final ObjectStore store;
    private final String prefix;

    /** @param prefix with or without a slash at its end, e.g. {@code 3k7q9m2xdc/images/7h2….ome.zarr} */
    public ObjectZarrStore(ObjectStore store, String prefix) {
        this.store = store;
        this.prefix = prefix.endsWith("/") ? prefix : prefix + "/";
    }

    @Override
    public void put(String key, byte[] bytes) {
        String type = key.endsWith(".json") ? "application/json" : "application/octet-stream";
        try {
            store.put(full(key), bytes, type);
        } catch (ObjectStoreException failed) {
            throw failure(failed);
        }
    }

    @Override
    public Optional<byte[]> find(String key) {
        try {
            return store.find(full(key));
        } catch (ObjectStoreException failed) {
            throw failure(failed);
        }
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        try {
            return store.range(full(key), offset, length);
        } catch (ObjectStoreException failed) {
            throw failure(failed);
        }
    }

    @Override
    public Optional<byte[]> findRange(String key, long offset, int length) {
        try {
            return Optional.of(store.range(full(key), offset, length));
        } catch (ObjectNotFound absent) {
            return Optional.empty();
        } catch (ObjectStoreException failed) {
            throw failure(failed);
        }
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        try {
            return Optional.of(store.suffix(full(key), length));
        } catch (ObjectNotFound absent) {
            return Optional.empty();
        } catch (ObjectStoreException failed) {
            throw failure(failed);
        }
    }

    @Override
    public void delete(String key) {
        try {
            store.delete(full(key));
        } catch (ObjectStoreException failed) {
            throw failure(failed);
        }
    }

    @Override
    public String toString() {
        return store.bucket() + "/" + prefix;
    }

    private String full(String key) {
        return prefix + ZarrKeys.checked(key);
    }

    private static ZarrStoreFailure failure(ObjectStoreException cause) {
        return new ZarrStoreFailure(cause.getMessage(), cause);
    }
}
