package org.vitrail.gateway.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import org.vitrail.gateway.GatewayConfig;

/** What every page knows of the gateway. */
@ApplicationScoped
@Named("site")
public class Site {
    private final GatewayConfig config;

    Site(GatewayConfig config) {
        this.config = config;
    }

    public String getTitle() {
        return config.title();
    }

    /** Before every path in a page: empty, or the path of the configured base where the gateway lives below one. */
    public String getRoot() {
        String path = URI.create(config.address("")).getRawPath();
        return path == null ? "" : path;
    }

    /** The address of a path for those outside. */
    public String address(String path) {
        return config.address(path);
    }
}
