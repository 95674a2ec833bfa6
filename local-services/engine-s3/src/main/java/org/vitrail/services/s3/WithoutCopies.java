package org.vitrail.services.s3;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/**
 * Refuses every copy inside the store.
 *
 * <p>S3Proxy takes {@code x-amz-copy-source} without a signature over it, so whoever holds a presigned URL for one part could
 * fill it with any object of the bucket. S3 itself refuses unsigned {@code x-amz-} fields. No part of Vitrail copies.
 */
final class WithoutCopies extends ForwardingBlobStore {
    private static final int FORBIDDEN = 403;

    WithoutCopies(BlobStore store) {
        super(store);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }

    /** True, so that S3Proxy asks for the copy here instead of reading and writing the bytes itself. */
    @Override
    public boolean supportsCopyMultipartPart() {
        return true;
    }

    @Override
    public UploadPartCopyResponse copyMultipartPart(MultipartUpload upload, UploadPartCopyRequest request) {
        throw S3Exceptions.fromStatusCode(FORBIDDEN);
    }
}
