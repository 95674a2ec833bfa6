package org.vitrail.ontology.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;

/** Which addresses may be asked; each redirect is checked too. */
public interface AddressRule {

    /** @throws FetchFailed when it may not be asked, or has no address */
    void check(URI address);

    /**
     * https on public hosts. A name is looked up before each request; Java keeps the answer for some seconds, and connects to
     * what it kept.
     */
    static AddressRule publicHttps() {
        return address -> {
            if (!"https".equalsIgnoreCase(address.getScheme())
                    || address.getHost() == null
                    || address.getRawUserInfo() != null) {
                throw new FetchFailed(shown(address) + " is no plain https address; it was not asked");
            }
            try {
                for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
                    if (SpecialAddresses.contain(each)) {
                        throw new FetchFailed(
                                address.getHost() + " is an address inside a network, which is not asked");
                    }
                }
            } catch (UnknownHostException unknown) {
                throw new FetchFailed("There is no host " + address.getHost(), unknown);
            }
        };
    }

    /** What {@link #publicHttps} allows, and the server that an operator configured, wherever that is. */
    static AddressRule publicHttpsAnd(URI configured) {
        return address -> {
            if (!isSameServer(address, configured)) {
                publicHttps().check(address);
            }
        };
    }

    /** Same scheme, host and port; a key sent to one goes to no other. */
    static boolean isSameServer(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && one.getRawAuthority() != null
                && one.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
    }

    /** Without query and user, which may hold secrets. */
    static String shown(URI address) {
        return address.getScheme() + "://" + address.getHost()
                + (address.getPort() < 0 ? "" : ":" + address.getPort())
                + (address.getRawPath() == null ? "" : address.getRawPath());
    }
}
