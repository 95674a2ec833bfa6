package org.vitrail.store;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListPartsArgs;
import io.minio.MinioAsyncClient;
import io.minio.messages.ListPartsResult;
import io.minio.messages.Part;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Multipart uploads whose parts are sent by somebody else through presigned URLs. S3 API, Multipart upload overview. */
final class MultipartUploads {

    private static final int PARTS_A_PAGE = 1000;

    private final String bucket;
    private final MinioAsyncClient inside;
    private final MinioAsyncClient outside;

    /** Asks through {@code inside}; signs for the address that {@code outside} has. */
    MultipartUploads(String bucket, MinioAsyncClient inside, MinioAsyncClient outside) {
        this.bucket = bucket;
        this.inside = inside;
        this.outside = outside;
    }

    String create(String key, String contentType) {
        CreateMultipartUploadArgs arguments = CreateMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .headers(new Http.Headers(Map.of("Content-Type", contentType)))
                .build();
        return S3Errors.translated(
                "Begin upload of " + key + " in " + bucket,
                () -> inside.createMultipartUpload(arguments).get().result().uploadId());
    }

    URI presign(String key, String uploadId, int number, Duration expiry) {
        GetPresignedObjectUrlArgs arguments = GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.PUT)
                .bucket(bucket)
                .object(key)
                .expiry((int) expiry.toSeconds(), TimeUnit.SECONDS)
                .extraQueryParams(Map.of("uploadId", uploadId, "partNumber", Integer.toString(number)))
                .build();
        return URI.create(S3Errors.translated(
                "Sign part " + number + " of " + key + " in " + bucket,
                () -> outside.getPresignedObjectUrl(arguments)));
    }

    /** All parts by number. A store that ignores the marker sends the first page again: then that page was all. */
    List<UploadedPart> list(String key, String uploadId) {
        List<UploadedPart> parts = new ArrayList<>();
        ListPartsResult page = page(key, uploadId, 0);
        add(page, parts);
        while (page.isTruncated() && !page.parts().isEmpty()) {
            int last = parts.get(parts.size() - 1).number();
            page = page(key, uploadId, last);
            if (page.parts().isEmpty() || page.parts().get(0).partNumber() <= last) {
                break;
            }
            add(page, parts);
        }
        parts.sort(Comparator.comparingInt(UploadedPart::number));
        return List.copyOf(parts);
    }

    void complete(String key, String uploadId, List<UploadedPart> parts) {
        Part[] named = parts.stream()
                .sorted(Comparator.comparingInt(UploadedPart::number))
                .map(part -> new Part(part.number(), part.etag()))
                .toArray(Part[]::new);
        CompleteMultipartUploadArgs arguments = CompleteMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(uploadId)
                .parts(named)
                .build();
        S3Errors.translated(
                "Complete upload of " + key + " in " + bucket,
                () -> inside.completeMultipartUpload(arguments).get());
    }

    void abort(String key, String uploadId) {
        AbortMultipartUploadArgs arguments = AbortMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(uploadId)
                .build();
        S3Errors.translated(
                "Abort upload of " + key + " in " + bucket,
                () -> inside.abortMultipartUpload(arguments).get());
    }

    private ListPartsResult page(String key, String uploadId, int marker) {
        ListPartsArgs.Builder arguments = ListPartsArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(uploadId)
                .maxParts(PARTS_A_PAGE);
        if (marker > 0) {
            arguments.partNumberMarker(marker);
        }
        ListPartsArgs built = arguments.build();
        return S3Errors.translated(
                "List parts of " + key + " in " + bucket,
                () -> inside.listParts(built).get().result());
    }

    private static void add(ListPartsResult page, List<UploadedPart> parts) {
        for (Part part : page.parts()) {
            parts.add(new UploadedPart(
                    part.partNumber(), part.partSize(), part.etag().replace("\"", "")));
        }
    }
}
