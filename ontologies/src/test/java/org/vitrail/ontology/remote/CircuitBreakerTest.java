package org.vitrail.ontology.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrail.ontology.remote.CircuitBreaker.State;

class CircuitBreakerTest {
    private final HandClock clock = new HandClock();
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(30), clock);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(Optional.empty());
        }
    }

    @Test
    void opensAfterFailuresInARow() {
        fail(2);
        breaker.succeeded();
        fail(2);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        fail(1);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.tryAcquire()).isFalse();
    }

    @Test
    void oneCallerTriesWhenTheTimeIsOver() {
        fail(3);
        clock.pass(Duration.ofSeconds(29));
        assertThat(breaker.tryAcquire()).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.tryAcquire()).isTrue();
        assertThat(breaker.tryAcquire()).isFalse();
        breaker.succeeded();
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(breaker.tryAcquire()).isTrue();
    }

    @Test
    void failedTrialOpensAgain() {
        fail(3);
        clock.pass(Duration.ofSeconds(30));
        assertThat(breaker.tryAcquire()).isTrue();
        fail(1);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        clock.pass(Duration.ofSeconds(30));
        assertThat(breaker.tryAcquire()).isTrue();
    }

    @Test
    void trialThatTellsNothingIsForgotten() {
        fail(3);
        clock.pass(Duration.ofSeconds(30));
        assertThat(breaker.tryAcquire()).isTrue();
        clock.pass(Duration.ofSeconds(30));
        assertThat(breaker.tryAcquire()).isTrue();
    }

    @Test
    void whatTheServiceAsksForOpensAtOnceForAnHourAtMost() {
        breaker.failed(Optional.of(Duration.ofMinutes(2)));
        clock.pass(Duration.ofSeconds(119));
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        clock.pass(Duration.ofSeconds(1));
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        breaker.failed(Optional.of(Duration.ofDays(300_000)));
        clock.pass(Duration.ofHours(1));
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    }
}
