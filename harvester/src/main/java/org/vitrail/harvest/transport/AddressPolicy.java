package org.vitrail.harvest.transport;

/**
 * Which network addresses a harvest may reach, so that a repository cannot make the harvester ask its own network
 * (server-side request forgery).
 */
public enum AddressPolicy {
    /** Base and redirects must be public addresses. */
    PUBLIC_ONLY,
    /** Any base; redirects go to public addresses or to the same kind of address as the base. The default. */
    LIKE_BASE,
    /** No check; for a network in which everyone is trusted. */
    ANY
}
