package org.vitrail.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** How the world reaches this gateway. */
@ConfigMapping(prefix = "vitrail.gateway")
public interface GatewayConfig {

    /** Start of every address that the gateway prints, whatever the request says; no slash at the end. */
    @WithDefault("http://localhost:8080")
    URI baseUrl();

    /** Name in the pages' header. */
    @WithDefault("Federated search of biological images")
    String title();

    /** An absolute address below {@link #baseUrl()}; {@code path} begins with a slash. */
    default String address(String path) {
        String base = baseUrl().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
