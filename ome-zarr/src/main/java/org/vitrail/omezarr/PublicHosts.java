package org.vitrail.omezarr;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Which hosts a server may ask on behalf of somebody else: none inside its own network. A name is looked up before each request; Java
 * keeps the answer for some seconds, and connects to what it kept.
 */
final class PublicHosts {

    private PublicHosts() {}

    /** Refuses addresses that may not be asked. */
    interface Rule {
        /** @throws ZarrStoreFailure when the scheme is not http or https, the host is unknown, or any of its addresses is inside */
        void check(URI address);
    }

    static void check(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (!scheme.equals("http") && !scheme.equals("https") || host == null) {
            throw new ZarrStoreFailure(address + " is no http or https address");
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(host)) {
                if (isInside(each)) {
                    throw new ZarrStoreFailure(host + " is an address inside this network, which is not asked");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new ZarrStoreFailure("There is no host " + host, unknown);
        }
    }

    /**
     * Loopback, link-local, private, shared (RFC 6598), this network (RFC 1122), benchmarking (RFC 2544), reserved (RFC 1112), unique
     * local (RFC 4193) addresses, those of many, and IPv6 addresses that carry an IPv4 one (RFC 6052, 3056, 4380).
     */
    static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isInside4(bytes) : isInside6(bytes));
    }

    private static boolean isInside4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean benchmarking = first == 198 && (second & 0xfe) == 18;
        boolean protocol = first == 192 && second == 0 && bytes[2] == 0;
        return first == 0 || first >= 240 || shared || benchmarking || protocol;
    }

    private static boolean isInside6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean translated = first == 0x64 && second == 0xff9b;
        boolean tunneled = first == 0x2002 || first == 0x2001 && second == 0;
        boolean compatible = first == 0 && second == 0;
        return (bytes[0] & 0xfe) == 0xfc || translated || tunneled || compatible;
    }
}
