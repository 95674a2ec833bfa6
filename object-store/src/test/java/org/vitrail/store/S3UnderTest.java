package org.vitrail.store;

import java.util.UUID;
import org.vitrail.services.S3Endpoint;
import org.vitrail.services.TestServices;

/** A bucket of its own in the local S3. */
final class S3UnderTest {

    private S3UnderTest() {}

    static StoreConfig freshBucket() {
        S3Endpoint s3 = TestServices.s3();
        String bucket = "test-" + UUID.randomUUID().toString().substring(0, 8);
        return new StoreConfig(s3.endpoint(), null, null, bucket, s3.accessKey(), s3.secretKey());
    }
}
