package org.vitrail.ontology.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses that are not of the internet (IANA special-purpose address registries, RFC 6890). */
final class SpecialAddresses {
    private SpecialAddresses() {}

    /** Loopback, link-local, private, shared, reserved, documentation, multicast; also wrapped in IPv6. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isSpecial4(bytes) : isSpecial6(bytes));
    }

    private static boolean isSpecial4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean benchmarking = first == 198 && (second & 0xfe) == 18;
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean documentation =
                first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
        return first == 0 || first >= 240 || shared || benchmarking || protocol || documentation;
    }

    private static boolean isSpecial6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        boolean uniqueLocal = (first & 0xfe00) == 0xfc00;
        boolean teredo = first == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        boolean documentation = first == 0x2001 && bytes[2] == 0x0d && bytes[3] == (byte) 0xb8;
        if (first == 0x2002) {
            return wraps(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean nat64 = first == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
        boolean compatible = Arrays.equals(bytes, 0, 12, new byte[12], 0, 12);
        return uniqueLocal
                || teredo
                || documentation
                || (nat64 || compatible) && wraps(Arrays.copyOfRange(bytes, 12, 16));
    }

    private static boolean wraps(byte[] ipv4) {
        try {
            return contain(InetAddress.getByAddress(ipv4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }
}
