package org.vitrail.store;

import java.net.URI;
import java.util.Objects;

/**
 * Where the objects are and who asks for them.
 *
 * @param endpoint of the S3 interface as this process reaches it, without the bucket
 * @param publicEndpoint as a browser reaches it; presigned URLs are built for it; null when it is the same
 * @param region that signatures name; null for {@code us-east-1}
 * @param bucket of this node
 * @param accessKey public half of the credentials; null, with the others, to ask as anybody
 * @param secretKey secret half; never printed
 * @param sessionToken of credentials that expire; null for none
 */
public record StoreConfig(
        URI endpoint,
        URI publicEndpoint,
        String region,
        String bucket,
        String accessKey,
        String secretKey,
        String sessionToken) {

    /** With credentials that stay. */
    public StoreConfig(
            URI endpoint, URI publicEndpoint, String region, String bucket, String accessKey, String secretKey) {
        this(
                endpoint,
                publicEndpoint,
                region,
                bucket,
                Objects.requireNonNull(accessKey, "The object store needs an access key"),
                Objects.requireNonNull(secretKey, "The object store needs a secret key"),
                null);
    }

    /** Somebody's bucket that anybody may read. */
    static StoreConfig anonymous(URI endpoint, String region, String bucket) {
        return new StoreConfig(endpoint, null, region, bucket, null, null, null);
    }

    /** Fills in region and public endpoint. */
    public StoreConfig {
        Objects.requireNonNull(endpoint, "The object store needs an endpoint");
        Objects.requireNonNull(bucket, "The object store needs a bucket");
        if ((accessKey == null) != (secretKey == null)) {
            throw new IllegalArgumentException("The object store needs both keys, or none");
        }
        publicEndpoint = publicEndpoint == null ? endpoint : publicEndpoint;
        region = region == null || region.isBlank() ? "us-east-1" : region;
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + endpoint;
    }
}
