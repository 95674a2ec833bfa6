package org.vitrail.node.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/** How images are converted. */
@ConfigMapping(prefix = "vitrail.ingest")
public interface IngestConfig {

    /** Folder for files being read; the system's temporary one if absent. */
    Optional<Path> scratch();

    /** Most bytes of the files of one image. */
    @WithDefault("100G")
    MemorySize scratchLimit();

    /** Threads of one conversion. */
    @WithDefault("2")
    @Min(1)
    int threads();
}
