package org.vitrail.omezarr;

import java.util.Optional;

/**
 * Keys and bytes, as Zarr v3 core §stores wants them. Keys are relative, separated by {@code /}, without {@code .} and {@code ..}
 * segments. Safe for several threads. A store that is for reading only refuses {@code put} and {@code delete} with UnsupportedOperationException.
 */
public interface ZarrStore extends AutoCloseable {

    /**
     * Stores an object whole: readers see all of it or nothing.
     *
     * @throws ZarrStoreFailure when the store did not take it; safe to retry
     */
    void put(String key, byte[] bytes);

    /**
     * The whole object; empty when there is none. For small objects (metadata).
     *
     * @throws ZarrStoreFailure when the store did not answer
     */
    Optional<byte[]> find(String key);

    /**
     * Part of an object; shorter than asked where the object ends before.
     *
     * @throws ZarrStoreFailure when there is no such object, or the store did not answer
     */
    byte[] range(String key, long offset, int length);

    /**
     * The last bytes of an object, all of it when it is shorter; empty when there is no such object.
     *
     * @throws ZarrStoreFailure when the store did not answer
     */
    Optional<byte[]> suffix(String key, int length);

    /**
     * Removes an object; nothing happens when there is none.
     *
     * @throws ZarrStoreFailure when the store did not answer
     */
    default void delete(String key) {
        throw new UnsupportedOperationException(this + " is for reading only");
    }

    /**
     * A whole object that may not be longer than that; empty when there is none.
     *
     * @throws UnreadableZarr when it is longer
     * @throws ZarrStoreFailure when the store did not answer
     */
    default Optional<byte[]> find(String key, int mostBytes) {
        Optional<byte[]> found = suffix(key, (int) Math.min(Integer.MAX_VALUE - 8L, mostBytes + 1L));
        if (found.isPresent() && found.get().length > mostBytes) {
            throw new UnreadableZarr("Object " + key + " of " + this + " is longer than the " + mostBytes
                    + " bytes that such an object may have. Is it the right file?");
        }
        return found;
    }

    /**
     * Part of an object, shorter than asked where the object ends before; empty when there is none.
     *
     * @throws ZarrStoreFailure when the store did not answer
     */
    default Optional<byte[]> findRange(String key, long offset, int length) {
        return suffix(key, 1).map(exists -> range(key, offset, length));
    }

    /** Lets go of what is held open: a file, connections. The default holds nothing. */
    @Override
    default void close() {}
}
