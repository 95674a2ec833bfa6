package org.vitrail.harvest.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, LOOPBACK",
        "127.9.9.9, LOOPBACK",
        "0.0.0.0, LOOPBACK",
        "::1, LOOPBACK",
        "::, LOOPBACK",
        "10.1.2.3, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.1, PUBLIC",
        "192.168.0.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "100.128.0.1, PUBLIC",
        "fd12:3456::1, PRIVATE",
        "169.254.169.254, LINK_LOCAL",
        "fe80::1, LINK_LOCAL",
        "64:ff9b::a9fe:a9fe, LINK_LOCAL",
        "2002:7f00:1::, LOOPBACK",
        "::ffff:10.0.0.1, PRIVATE",
        "::10.0.0.1, PRIVATE",
        "224.0.0.1, RESERVED",
        "255.255.255.255, RESERVED",
        "0.1.2.3, RESERVED",
        "192.0.2.1, RESERVED",
        "198.18.0.1, RESERVED",
        "203.0.113.9, RESERVED",
        "8.8.8.8, PUBLIC",
        "198.35.26.96, PUBLIC",
        "2001:4860:4860::8888, PUBLIC"
    })
    void addressIsKnownForWhatItIs(String address, AddressKind kind) throws Exception {
        assertThat(AddressKind.ofHost(address)).isEqualTo(kind);
    }
}
