package org.vitrail.node.doi.datacite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0 | PT1S",
                "999999999 | PT24H",
                "Thu, 26 Nov 2026 12:05:00 GMT | PT5M",
                "Thu, 26 Nov 2026 11:00:00 GMT | PT1S"
            })
    void secondsAndDatesAreRead(String header, Duration pause) {
        assertThat(RetryAfter.read(Optional.of(header), NOON)).contains(pause);
    }

    @Test
    void nonsenseIsNoPause() {
        assertThat(RetryAfter.read(Optional.of("soon"), NOON)).isEmpty();
        assertThat(RetryAfter.read(Optional.empty(), NOON)).isEmpty();
    }
}
