package org.vitrail.services.s3;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** Serves a folder as S3 on the loopback interface. The keys come by environment, so that no process list shows them. */
public final class S3ProxyMain {

    /** A part is read whole into memory when its checksum is signed. */
    private static final long LARGEST_SIGNED_BODY_BYTES = 64L << 20;

    private S3ProxyMain() {}

    /** @param arguments folder of the buckets, port */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Leftovers.sweep(folder);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new WithoutCopies(new FilesystemNio2BlobStore(folder.toString())))
                .endpoint(URI.create("http://127.0.0.1:" + arguments[1]))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        System.getenv("VITRAIL_S3_ACCESS_KEY"),
                        System.getenv("VITRAIL_S3_SECRET_KEY"))
                .corsRules(browsersMayReadAndUpload())
                .ignoreUnknownHeaders(true)
                .v4MaxNonChunkedRequestSize(LARGEST_SIGNED_BODY_BYTES)
                .jettyMaxThreads(64)
                .build();
        proxy.start();
        Thread.currentThread().join();
    }

    private static CrossOriginResourceSharing browsersMayReadAndUpload() {
        return new CrossOriginResourceSharing(
                List.of("*"),
                List.of("GET", "HEAD", "PUT"),
                List.of("*"),
                List.of("ETag", "Content-Range", "Content-Length", "Accept-Ranges"),
                "");
    }
}
