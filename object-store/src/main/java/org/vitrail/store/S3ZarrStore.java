package org.vitrail.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrail.omezarr.ListableZarrStore;
import org.vitrail.omezarr.ListingRefused;
import org.vitrail.omezarr.UnreadableZarr;
import org.vitrail.omezarr.ZarrKeys;
import org.vitrail.omezarr.ZarrStoreFailure;

/**
 * An OME-Zarr in a bucket of somebody else, for reading: what may not be read is absent, because a bucket that may not be listed
 * answers so for keys that it lacks. Owns its connection. Safe for several threads.
 */
final class S3ZarrStore implements ListableZarrStore {

    private static final int LARGEST_OBJECT_BYTES = 512 << 20;

    private final ObjectStore store;
    private final String address;
    private final String prefix;

    /** @param address for messages; @param prefix of all keys, ending with a slash */
    S3ZarrStore(ObjectStore store, String address, String prefix) {
        this.store = store;
        this.address = address;
        this.prefix = prefix;
    }

    private interface Reading {
        byte[] bytes(String key) throws IOException;
    }

    private Optional<byte[]> read(String key, Reading reading) {
        String full = prefix + ZarrKeys.checked(key);
        try {
            return Optional.of(reading.bytes(full));
        } catch (ObjectNotFound absent) {
            return Optional.empty();
        } catch (StoreRefused refused) {
            if (refused.code().equals("AccessDenied")) {
                return Optional.empty();
            }
            throw failure(
                    key,
                    refused.getMessage() + ". Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION",
                    refused);
        } catch (ObjectStoreException | IOException failed) {
            throw failure(key, failed.getMessage(), failed);
        }
    }

    private ZarrStoreFailure failure(String key, String what, Exception cause) {
        return new ZarrStoreFailure("Object " + key + " of " + address + " could not be read: " + what, cause);
    }

    @Override
    public void put(String key, byte[] bytes) {
        throw new UnsupportedOperationException(address + " is for reading only");
    }

    @Override
    public Optional<byte[]> find(String key) {
        return find(key, LARGEST_OBJECT_BYTES);
    }

    @Override
    public Optional<byte[]> find(String key, int mostBytes) {
        return read(key, full -> {
            try (InputStream stream = store.open(full)) {
                byte[] bytes = stream.readNBytes(mostBytes);
                if (stream.read() >= 0) {
                    throw new UnreadableZarr("Object " + key + " of " + address + " is longer than the " + mostBytes
                            + " bytes that such an object may have. Is it the right address?");
                }
                return bytes;
            }
        });
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        return findRange(key, offset, length)
                .orElseThrow(() -> failure(key, "it is not there, or may not be read", null));
    }

    @Override
    public Optional<byte[]> findRange(String key, long offset, int length) {
        return read(key, full -> {
            try (InputStream stream = store.open(full, offset, length)) {
                return stream.readNBytes(length);
            }
        });
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return read(key, full -> store.suffix(full, length));
    }

    /** Many buckets give objects to anybody and their list to nobody; some stores have no lists. */
    @Override
    public void list(String below, Consumer<String> key) {
        try {
            store.list(prefix + below, full -> {
                // a console makes empty objects that stand for folders
                if (!full.endsWith("/")) {
                    key.accept(full.substring(prefix.length()));
                }
            });
        } catch (StoreRefused refused) {
            throw new ListingRefused(
                    "The objects of " + address + " could not be listed: " + refused.getMessage(), refused);
        } catch (ObjectStoreException failed) {
            throw new ZarrStoreFailure(
                    "The objects of " + address + " could not be listed: " + failed.getMessage(), failed);
        }
    }

    @Override
    public String toString() {
        return address;
    }

    @Override
    public void close() {
        store.close();
    }
}
