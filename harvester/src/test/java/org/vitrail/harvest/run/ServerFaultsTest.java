package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.harvest.run.StandIn.Reply.bytes;
import static org.vitrail.harvest.run.StandIn.Reply.status;
import static org.vitrail.harvest.run.StandIn.Reply.xml;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vitrail.harvest.report.HarvestOutcome.Complete;
import org.vitrail.harvest.report.HarvestOutcome.Interrupted;
import org.vitrail.harvest.report.HarvestOutcome.Refused;

/** HTTP as servers really speak it (RFC 9110). */
class ServerFaultsTest {

    @Test
    void retryAfterInSecondsIsWaitedFor() {
        assertThat(pauseAfter("7")).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void retryAfterAsDateIsWaitedFor() {
        String inTwoMinutes = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(2));
        assertThat(pauseAfter(inTwoMinutes)).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(121));
    }

    @Test
    void retryAfterIsCapped() {
        assertThat(pauseAfter("999999")).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void unreadableRetryAfterFallsBackToOwnPause() {
        assertThat(pauseAfter("soon")).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    private static Duration pauseAfter(String retryAfter) {
        try (StandIn server = failingOnce(status(503).with("Retry-After", retryAfter))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().retries()).isEqualTo(1);
            assertThat(trial.identifiers()).hasSize(6);
            return trial.pauses.getFirst();
        }
    }

    @Test
    void tooManyRequestsAndRandomServerErrorsAreAskedAgain() {
        for (int code : new int[] {429, 500, 502, 504, 408}) {
            try (StandIn server = failingOnce(status(code))) {
                Trial trial = Trial.of(server);
                assertThat(trial.outcome).as("%d", code).isInstanceOf(Complete.class);
                assertThat(trial.report().records()).isEqualTo(6);
            }
        }
    }

    @Test
    void serverThatStaysDownInterruptsTheRunAfterGrowingPauses() {
        try (StandIn server =
                new StandIn(a -> a.containsKey("resumptionToken") ? status(500) : Oai.wellBehaved(a, 6, 2))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().reason()).contains("6 attempts").contains("500");
            assertThat(trial.report().resumptionToken()).contains("t2");
            assertThat(trial.report().retries()).isEqualTo(5);
            assertThat(trial.pauses.getLast()).isGreaterThanOrEqualTo(Duration.ofSeconds(8));
        }
    }

    @Test
    void serverThatIsNotThereInterruptsTheRunAndSaysWhatToCheck() {
        Trial trial = new Trial().run(URI.create("http://127.0.0.1:1/oai"), r -> r, x -> {});
        assertThat(trial.outcome).isInstanceOf(Interrupted.class);
        assertThat(trial.report().reason()).contains("connection failed", "Check the address");
        assertThat(trial.report().resumeFrom()).isNull();
    }

    @Test
    void closedDoorIsARefusalAtFirstAndAnInterruptionLater() {
        try (StandIn server = new StandIn(a -> status(404))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Refused.class);
            assertThat(trial.report().code()).isEqualTo("http404");
        }
        try (StandIn server =
                new StandIn(a -> a.containsKey("resumptionToken") ? status(403) : Oai.wellBehaved(a, 6, 2))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().resumptionToken()).contains("t2");
        }
    }

    @Test
    void errorOfTheProtocolSentWithAnHttpErrorIsUnderstood() {
        StandIn.Reply reply = xml(Oai.error("noRecordsMatch"));
        try (StandIn server = new StandIn(a -> "Identify".equals(a.get("verb"))
                ? Oai.wellBehaved(a, 0, 1)
                : new StandIn.Reply(404, reply.headers(), reply.body(), -1, 0))) {
            assertThat(Trial.of(server).outcome).isInstanceOf(Complete.class);
        }
    }

    @Test
    void serverThatStopsSendingIsNotWaitedForForEver() {
        byte[] start = xml("<?xml version=\"1.0\"?><OAI-PMH>").body();
        AtomicInteger asked = new AtomicInteger();
        try (StandIn server = new StandIn(a -> {
            if (asked.getAndIncrement() == 1) {
                Thread.sleep(Duration.ofSeconds(3));
            }
            return asked.get() == 3 ? bytes(start).announcing(1000).holding(3000) : Oai.wellBehaved(a, 6, 2);
        })) {
            Trial trial = Trial.of(server, r -> r.withLimits(impatient()));
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().retries()).isEqualTo(2);
            assertThat(Duration.between(trial.report().started(), trial.report().finished()))
                    .isLessThan(Duration.ofMillis(2500));
        }
    }

    @Test
    void runEndsWhenItsTimeIsOver() {
        HarvestLimits brief = Trial.quick()
                .withTimes(new HarvestLimits.Times(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(30)));
        try (StandIn server = failingOnce(status(503).with("Retry-After", "100"))) {
            Trial trial = Trial.of(server, r -> r.withLimits(brief));
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().reason()).contains("PT30S");
        }
    }

    @Test
    void interruptedThreadEndsTheRunAndStaysInterrupted() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 60, 2))) {
            Trial trial = new Trial()
                    .run(server.base(), r -> r, x -> Thread.currentThread().interrupt());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
        }
    }

    static HarvestLimits impatient() {
        return Trial.quick()
                .withTimes(new HarvestLimits.Times(
                        Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofSeconds(5), Duration.ofHours(1)));
    }

    static StandIn failingOnce(StandIn.Reply fault) {
        AtomicInteger asked = new AtomicInteger();
        return new StandIn(a -> asked.getAndIncrement() == 1 ? fault : Oai.wellBehaved(a, 6, 2));
    }
}
