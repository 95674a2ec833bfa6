package org.vitrail.node.image;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets those who are logged in to the pages see their own images there: the session counts where no token is sent. */
@ApplicationScoped
class PixelTenant implements TenantResolver {
    private static final String PAGES = "web";
    private static final String SESSION_COOKIE = "q_session_" + PAGES;

    /** The tenant of the pages, or null for the usual one. */
    @Override
    public String resolve(RoutingContext context) {
        String path = context.request().path();
        boolean pixels = path.startsWith("/zarr/") || path.startsWith("/thumbnails/");
        return pixels && context.request().getHeader("Authorization") == null && hasSession(context) ? PAGES : null;
    }

    private static boolean hasSession(RoutingContext context) {
        return context.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
    }
}
