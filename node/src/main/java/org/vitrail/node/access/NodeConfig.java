package org.vitrail.node.access;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Set;

/** What a node is and says of itself. A wrong value is refused at start. */
@ConfigMapping(prefix = "vitrail.node")
public interface NodeConfig {

    /** How identifiers are given: {@code DEMONSTRATION} mints plainly labelled local ones, {@code PRODUCTION} registers DOIs. */
    enum Mode {
        DEMONSTRATION,
        PRODUCTION
    }

    /** What this process does; one machine runs all. */
    enum Role {
        WEB,
        WORKER,
        SPARQL
    }

    /** Short name in the federation, as in {@code nantes}; also the second half of the OIDC client id. */
    @Pattern(regexp = "[a-z][a-z0-9-]{1,30}", message = "use 2 to 31 lowercase letters, digits and hyphens")
    String name();

    /** Title for people, shown on every page. */
    @NotBlank
    String title();

    /** Domain in OAI identifiers; frozen in the database at first start, never the host. */
    @Pattern(
            regexp = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+",
            message = "use a dotted domain name in lowercase, for example images.example.org")
    String domain();

    /** Public address without a trailing slash needed; every public URL is made from it, never from a request. */
    @NotNull
    URI baseUrl();

    /** The institution that publishes; named as publisher in all metadata. */
    @NotBlank
    String institution();

    /** Mail address or URL of the people who run the node. */
    @NotBlank
    String contact();

    /** Demonstration or production. */
    @NotNull
    Mode mode();

    /** What this process does. */
    @NotEmpty
    Set<Role> roles();
}
