package org.vitrail.gateway.index;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The terms that the gateway knows beside the shipped ones. */
@ConfigMapping(prefix = "vitrail.ontologies")
public interface TermsConfig {

    /** Folder that {@code ./vitrail ontologies load --store} filled; read at start. */
    Optional<Path> folder();
}
