package org.vitrail.gateway.registry;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The nodes of the federation, by name. */
@ConfigMapping(prefix = "vitrail.gateway")
public interface RegistryConfig {

    /** Names are short, lowercase words: they stand in addresses and facets. */
    Map<@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String, NodeSettings> nodes();

    /** One node. */
    interface NodeSettings {
        /** How the pages call it. */
        @NotBlank
        String title();

        /** Its home page; also the origin from which its pixels stream. */
        URI baseUrl();

        /** OAI-PMH base URL of its data sets; {@code /oai} below the base URL where not given. */
        Optional<URI> oai();

        /** OAI-PMH base URL of its images; {@code /oai/images} below the base URL where not given. */
        Optional<URI> oaiImages();
    }
}
