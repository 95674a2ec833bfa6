package org.vitrail.node.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends the request being answered, by bearer token or by log-in to the pages. */
@RequestScoped
public class CurrentUser {
    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether nobody is logged in. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The subject that the identity provider gave; stays the same when names change. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    /** Name for people. */
    public String displayName() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("name") instanceof String name) {
            return name;
        }
        return identity.getPrincipal().getName();
    }

    /** Whether this is a curator or an administrator of the node. */
    public boolean isCurator() {
        return identity.hasRole(Roles.CURATOR) || isAdmin();
    }

    /** Whether this is an administrator of the node. */
    public boolean isAdmin() {
        return identity.hasRole(Roles.ADMIN);
    }

    /** Whether data sets of that owner are this user's own. */
    public boolean owns(String ownerSubject) {
        return !isAnonymous() && ownerSubject.equals(subject());
    }
}
