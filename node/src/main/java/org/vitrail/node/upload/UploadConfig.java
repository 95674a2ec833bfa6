package org.vitrail.node.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files are taken. */
@ConfigMapping(prefix = "vitrail.upload")
public interface UploadConfig {

    /** Size of a part; larger for files that would have more than 10 000. S3 wants 5 MiB at least. */
    @WithDefault("16M")
    MemorySize partSize();

    /** How long a presigned URL works. */
    @WithDefault("PT6H")
    Duration urlLifetime();
}
