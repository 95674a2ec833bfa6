package org.vitrail.harvest.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What an address is for (IANA special-purpose address registries, RFC 6890). */
public enum AddressKind {
    /** Routed on the internet. */
    PUBLIC,
    /** This machine: 127/8, ::1, unspecified. */
    LOOPBACK,
    /** An institution's own network: RFC 1918, fc00::/7, carrier-grade NAT. */
    PRIVATE,
    /** One cable's, and where clouds keep their metadata: 169.254/16, fe80::/10. */
    LINK_LOCAL,
    /** Nobody's to harvest: multicast, documentation, benchmarks, reserved. */
    RESERVED;

    /** The kind of all addresses of a host; the first that is not public where they differ. */
    public static AddressKind ofHost(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(AddressKind::of)
                .filter(kind -> kind != PUBLIC)
                .findFirst()
                .orElse(PUBLIC);
    }

    static AddressKind of(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return LOOPBACK;
        }
        if (address.isLinkLocalAddress()) {
            return LINK_LOCAL;
        }
        if (address.isSiteLocalAddress()) {
            return PRIVATE;
        }
        if (address.isMulticastAddress()) {
            return RESERVED;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? ofIpv6(bytes) : ofIpv4(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2]);
    }

    private static AddressKind ofIpv4(int first, int second, int third) {
        if (first == 100 && (second & 0xC0) == 64) {
            return PRIVATE;
        }
        boolean documentation = first == 203 && second == 0 && third == 113 || first == 198 && second == 51;
        boolean special = first == 0 || first >= 240 || first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmark = first == 198 && (second & 0xFE) == 18;
        return documentation || special || benchmark ? RESERVED : PUBLIC;
    }

    /** Unique local addresses, and those in which an IPv4 address is wrapped (RFC 6052, RFC 3056, RFC 4291 §2.5.5.1). */
    private static AddressKind ofIpv6(byte[] bytes) {
        if ((bytes[0] & 0xFE) == 0xFC) {
            return PRIVATE;
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
        boolean compatible = Arrays.equals(bytes, 0, 12, new byte[12], 0, 12);
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        if (nat64 || compatible) {
            return wrapped(Arrays.copyOfRange(bytes, 12, 16));
        }
        return sixToFour ? wrapped(Arrays.copyOfRange(bytes, 2, 6)) : PUBLIC;
    }

    private static AddressKind wrapped(byte[] ipv4) {
        try {
            return of(InetAddress.getByAddress(ipv4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }
}
