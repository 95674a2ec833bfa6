package org.vitrail.store;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.credentials.Provider;
import io.minio.credentials.StaticProvider;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * One bucket of an S3-compatible store. Safe for several threads. Every method throws {@link StoreUnavailable} when the store does
 * not answer (safe to retry) and {@link StoreRefused} when it says no.
 */
public final class ObjectStore implements AutoCloseable {

    private static final String BYTES = "application/octet-stream";
    private static final long PART_BYTES = 16L << 20;

    private final StoreConfig config;
    private final OkHttpClient http;
    private final MinioClient client;
    private final MultipartUploads uploads;

    /** Connects at the first call, not here. */
    public ObjectStore(StoreConfig config) {
        this.config = config;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(60))
                .writeTimeout(Duration.ofSeconds(60))
                .build();
        this.client = MinioClient.builder()
                .endpoint(config.endpoint().toString())
                .region(config.region())
                .credentialsProvider(credentials(config))
                .httpClient(http)
                .build();
        this.uploads = new MultipartUploads(config.bucket(), async(config.endpoint()), async(config.publicEndpoint()));
    }

    private MinioAsyncClient async(URI endpoint) {
        return MinioAsyncClient.builder()
                .endpoint(endpoint.toString())
                .region(config.region())
                .credentialsProvider(credentials(config))
                .httpClient(http)
                .build();
    }

    /** Null asks without a signature. */
    private static Provider credentials(StoreConfig config) {
        return config.accessKey() == null
                ? null
                : new StaticProvider(config.accessKey(), config.secretKey(), config.sessionToken());
    }

    /** Name of the bucket. */
    public String bucket() {
        return config.bucket();
    }

    /** Makes the bucket unless it is there; private, as S3 makes it. */
    public void ensureBucket() {
        try {
            if (!bucketExists()) {
                MakeBucketArgs make = MakeBucketArgs.builder().bucket(bucket()).build();
                translated("Make bucket", "", () -> {
                    client.makeBucket(make);
                    return null;
                });
            }
        } catch (StoreRefused raced) {
            if (!raced.code().startsWith("BucketAlready")) {
                throw raced;
            }
        }
    }

    /** True when the store answers and has the bucket. */
    public boolean bucketExists() {
        BucketExistsArgs exists = BucketExistsArgs.builder().bucket(bucket()).build();
        return translated("Look for bucket", "", () -> client.bucketExists(exists));
    }

    /** Stores bytes, over what was there. */
    public void put(String key, byte[] bytes) {
        put(key, bytes, BYTES);
    }

    /** Stores bytes, over what was there. */
    public void put(String key, byte[] bytes, String contentType) {
        put(key, bytes, contentType, Map.of());
    }

    /** Stores a file, over what was there; in parts when it is large. */
    public void put(String key, Path file, String contentType) {
        try (InputStream stream = Files.newInputStream(file)) {
            put(key, stream, Files.size(file), contentType);
        } catch (IOException failed) {
            throw new UncheckedIOException("File " + file + " could not be read for object " + key, failed);
        }
    }

    /** Stores what a stream gives, over what was there. @param sizeBytes length, or −1 when unknown (then in parts of 16 MiB) */
    public void put(String key, InputStream stream, long sizeBytes, String contentType) {
        Long parts = sizeBytes < 0 || sizeBytes > PART_BYTES ? partBytes(sizeBytes) : null;
        PutObjectArgs.Builder put =
                PutObjectArgs.builder().bucket(bucket()).object(key).contentType(contentType);
        PutObjectArgs built =
                put.stream(stream, sizeBytes, parts == null ? -1L : parts).build();
        translated("Store", key, () -> client.putObject(built));
    }

    /** Stores bytes only when there is no such object ({@code If-None-Match: *}); false when there is. */
    public boolean putIfAbsent(String key, byte[] bytes, String contentType) {
        try {
            put(key, bytes, contentType, Map.of("If-None-Match", "*"));
            return true;
        } catch (StoreRefused refused) {
            if (refused.code().equals("PreconditionFailed") || refused.code().equals("ConditionalRequestConflict")) {
                return false;
            }
            throw refused;
        }
    }

    private void put(String key, byte[] bytes, String contentType, Map<String, String> headers) {
        PutObjectArgs put = PutObjectArgs.builder()
                .bucket(bucket())
                .object(key)
                .data(bytes, bytes.length)
                .contentType(contentType)
                .extraHeaders(headers)
                .build();
        translated("Store", key, () -> client.putObject(put));
    }

    /** Size and etag; @throws ObjectNotFound when there is no such object. */
    public ObjectStat stat(String key) {
        StatObjectArgs stat =
                StatObjectArgs.builder().bucket(bucket()).object(key).build();
        StatObjectResponse answer = translated("Look at", key, () -> client.statObject(stat));
        String etag = answer.etag() == null ? "" : answer.etag().replace("\"", "");
        return new ObjectStat(
                key,
                answer.size(),
                etag,
                answer.contentType(),
                answer.lastModified().toInstant());
    }

    /** Size and etag; empty when there is no such object. */
    public Optional<ObjectStat> findStat(String key) {
        try {
            return Optional.of(stat(key));
        } catch (ObjectNotFound absent) {
            return Optional.empty();
        }
    }

    /** A whole object that fits in memory; @throws ObjectNotFound when there is none. */
    public byte[] get(String key) {
        return bytes(key, open(key));
    }

    /** A whole object that fits in memory; empty when there is none. */
    public Optional<byte[]> find(String key) {
        try {
            return Optional.of(get(key));
        } catch (ObjectNotFound absent) {
            return Optional.empty();
        }
    }

    /** An object's bytes as they come; the caller closes it; @throws ObjectNotFound when there is none. */
    public InputStream open(String key) {
        return open(key, Map.of());
    }

    /** Part of an object as it comes; ends early where the object does. Past the end: nothing. */
    public InputStream open(String key, long offset, long length) {
        try {
            return length == 0
                    ? InputStream.nullInputStream()
                    : open(key, Map.of("Range", "bytes=" + offset + "-" + (offset + length - 1)));
        } catch (StoreRefused refused) {
            return emptyIfPastEnd(refused);
        }
    }

    /** Part of an object; shorter where the object ends before. */
    public byte[] range(String key, long offset, int length) {
        return bytes(key, open(key, offset, length));
    }

    /** The last bytes of an object, all of it when it is shorter. */
    public byte[] suffix(String key, int length) {
        try {
            return bytes(key, open(key, Map.of("Range", "bytes=-" + length)));
        } catch (StoreRefused refused) {
            return bytes(key, emptyIfPastEnd(refused));
        }
    }

    private InputStream open(String key, Map<String, String> headers) {
        GetObjectArgs get = GetObjectArgs.builder()
                .bucket(bucket())
                .object(key)
                .extraHeaders(headers)
                .build();
        return translated("Read", key, () -> client.getObject(get));
    }

    private static InputStream emptyIfPastEnd(StoreRefused refused) {
        if (refused.code().equals("InvalidRange")) {
            return InputStream.nullInputStream();
        }
        throw refused;
    }

    private byte[] bytes(String key, InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new StoreUnavailable("Read " + key + " in " + bucket() + ": the answer broke off", broken);
        }
    }

    /** Deletes an object; nothing happens when there is none. */
    public void delete(String key) {
        RemoveObjectArgs remove =
                RemoveObjectArgs.builder().bucket(bucket()).object(key).build();
        translated("Delete", key, () -> {
            client.removeObject(remove);
            return null;
        });
    }

    /** Deletes objects whose keys a manifest names, one after the other; safe to repeat. */
    public void delete(Collection<String> keys) {
        keys.forEach(this::delete);
    }

    /**
     * Keys that begin so. Only to restore a node from {@code catalog/}, or to clean up: some stores take quadratic time, so no
     * running feature may list (contracts.md §8).
     */
    public List<String> listForRestore(String prefix) {
        List<String> keys = new ArrayList<>();
        list(prefix, keys::add);
        return List.copyOf(keys);
    }

    /** Tells each key that begins so, page by page; for stores of others, about which nothing else is known. */
    void list(String prefix, Consumer<String> key) {
        ListObjectsArgs list = ListObjectsArgs.builder()
                .bucket(bucket())
                .prefix(prefix)
                .recursive(true)
                .build();
        for (Result<Item> item : client.listObjects(list)) {
            key.accept(translated("List", prefix, () -> item.get().objectName()));
        }
    }

    /** Begins an upload in parts; its id. */
    public String createMultipart(String key, String contentType) {
        return uploads.create(key, contentType);
    }

    /** A URL at the public endpoint to which a part may be PUT by anybody who has it, until it expires. @param number from 1 */
    public URI presignPart(String key, String uploadId, int number, Duration expiry) {
        return uploads.presign(key, uploadId, number, expiry);
    }

    /** Parts that have arrived, by number; some stores answer none, others ObjectNotFound, when there is no such upload. */
    public List<UploadedPart> listParts(String key, String uploadId) {
        return uploads.list(key, uploadId);
    }

    /** Makes one object of the parts; @throws StoreRefused when a part is missing, or its etag is another. */
    public void completeMultipart(String key, String uploadId, List<UploadedPart> parts) {
        uploads.complete(key, uploadId, parts);
    }

    /** Forgets an upload and its parts. */
    public void abortMultipart(String key, String uploadId) {
        uploads.abort(key, uploadId);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static long partBytes(long sizeBytes) {
        long needed = (sizeBytes + 9_999) / 10_000;
        return Math.max(PART_BYTES, needed);
    }

    private <T> T translated(String what, String key, S3Errors.Call<T> call) {
        return S3Errors.translated(what + " " + key + " in " + bucket(), call);
    }
}
