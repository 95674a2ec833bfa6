package org.vitrail.harvest.transport;

import java.net.URI;
import java.net.UnknownHostException;

/**
 * Checks each URL before it is asked. The JVM keeps a resolved name for 30 s, so that the connection made right
 * afterwards goes to the address that was checked.
 */
final class AddressGuard {

    private final AddressPolicy policy;
    private final URI base;

    AddressGuard(AddressPolicy policy, URI base) {
        this.policy = policy;
        this.base = base;
    }

    /**
     * @throws ForbiddenAddress when the URL may not be asked
     * @throws UnknownHostException when its host has no address
     */
    void check(URI url) throws UnknownHostException {
        String scheme = url.getScheme();
        if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
            throw new ForbiddenAddress(url + " is neither http nor https; it was not asked.");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            throw new ForbiddenAddress(url + " names no plain host; it was not asked.");
        }
        if (policy == AddressPolicy.ANY) {
            return;
        }
        AddressKind kind = AddressKind.ofHost(url.getHost());
        if (kind != AddressKind.PUBLIC && !(policy == AddressPolicy.LIKE_BASE && kind == baseKind())) {
            throw new ForbiddenAddress(
                    url.getHost() + " is a " + words(kind) + " address; it was not asked (harvest of " + base
                            + "). If this is meant, allow private addresses for this harvest.");
        }
    }

    private AddressKind baseKind() throws UnknownHostException {
        return AddressKind.ofHost(base.getHost());
    }

    private static String words(AddressKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
