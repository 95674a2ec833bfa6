package org.vitrail.store;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** A bucket of its own in a real store. */
final class S3UnderTest {

    private S3UnderTest() {}

    static StoreConfig freshBucket() {
        String endpoint = System.getenv("VITRAIL_TEST_S3");
        Assumptions.assumeTrue(endpoint != null, "no S3 endpoint in VITRAIL_TEST_S3");
        String bucket = "test-" + UUID.randomUUID().toString().substring(0, 8);
        return new StoreConfig(URI.create(endpoint), null, null, bucket, "localid", "localsecret");
    }
}
