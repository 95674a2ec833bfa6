package org.vitrail.node.access;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;

/** The one private bucket of the node, in any S3-compatible store. */
@ConfigMapping(prefix = "vitrail.storage")
public interface StorageConfig {

    /** Where the node reaches the store. */
    @NotNull
    URI endpoint();

    /** Where browsers and the command line reach it, for presigned uploads; the endpoint itself if absent. */
    Optional<URI> publicEndpoint();

    /** Region of the signature. */
    @NotBlank
    String region();

    /** Bucket, created at start where it is missing. */
    @Pattern(regexp = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", message = "use a bucket name that S3 allows")
    String bucket();

    /** Access key; has no default. */
    @NotBlank
    String accessKey();

    /** Secret key; has no default. */
    @NotBlank
    String secretKey();
}
