package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.harvest.run.StandIn.Reply.xml;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vitrail.harvest.report.HarvestOutcome.Complete;
import org.vitrail.harvest.report.HarvestOutcome.Interrupted;
import org.vitrail.harvest.report.ResumeBy;

/** Flow control, OAI-PMH 2.0 §3.5, and what goes wrong with it. */
class TokensTest {

    @Test
    void sameTokenAgainEndsTheRun() {
        try (StandIn server = listing(a -> Oai.list(Oai.records(0, 2), Oai.token("again")))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().reason()).contains("second time");
            assertThat(trial.report().resumeBy()).isEqualTo(ResumeBy.FROM);
            assertThat(server.listRequests()).hasSize(2);
        }
    }

    @Test
    void circleOfTokensIsNoticedWhateverItsLength() {
        for (int length : new int[] {2, 3, 7, 100}) {
            AtomicInteger asked = new AtomicInteger();
            try (StandIn server =
                    listing(a -> Oai.list(Oai.records(0, 1), Oai.token("t" + asked.getAndIncrement() % length)))) {
                Trial trial = Trial.of(server);
                assertThat(trial.report().reason()).contains("second time");
                assertThat(asked.get()).isLessThan(4 * length + 10);
            }
        }
    }

    @Test
    void endlessFreshTokensEndAtTheLimitOfPages() {
        AtomicInteger asked = new AtomicInteger();
        HarvestLimits.Sizes sizes = new HarvestLimits.Sizes(1 << 20, 1 << 20, 30, 20, 10);
        try (StandIn server = listing(a -> Oai.list(Oai.records(0, 1), Oai.token("t" + asked.getAndIncrement())))) {
            Trial trial = Trial.of(server, r -> r.withLimits(Trial.quick().withSizes(sizes)));
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().pages()).isEqualTo(30);
            assertThat(trial.report().resumptionToken()).contains("t29");
        }
    }

    @Test
    void emptyPagesWithTokensEndAtTheirLimit() {
        AtomicInteger asked = new AtomicInteger();
        try (StandIn server = listing(a -> Oai.list("", Oai.token("t" + asked.getAndIncrement())))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().reason()).contains("20 empty pages");
        }
    }

    @Test
    void fewEmptyPagesInTheMiddleAreFollowed() {
        try (StandIn server = listing(a -> switch (a.getOrDefault("resumptionToken", "")) {
            case "" -> Oai.list(Oai.records(0, 2), Oai.token("a"));
            case "a" -> Oai.list("", Oai.token("b"));
            case "b" -> Oai.list("", Oai.token("c"));
            default -> Oai.list(Oai.records(2, 4), "");
        })) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.identifiers()).hasSize(4);
        }
    }

    @Test
    void expiredTokenBeginsTheListAgainFromTheRunsOwnFrom() {
        AtomicBoolean expired = new AtomicBoolean();
        try (StandIn server = new StandIn(a -> "t4".equals(a.get("resumptionToken")) && !expired.getAndSet(true)
                ? xml(Oai.error("badResumptionToken"))
                : Oai.wellBehaved(a, 6, 2))) {
            Trial trial = Trial.of(server, r -> r.withFrom(Instant.parse("2026-11-01T00:00:00Z")));
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(new HashSet<>(trial.identifiers())).hasSize(6);
            assertThat(trial.report().records()).isEqualTo(6);
            assertThat(trial.report().restarts()).isEqualTo(1);
            assertThat(server.listRequests().get(3)).containsEntry("from", "2026-11-01T00:00:00Z");
        }
    }

    @Test
    void tokenThatExpiresAgainInterruptsTheRun() {
        try (StandIn server = new StandIn(a -> "t4".equals(a.get("resumptionToken"))
                ? xml(Oai.error("badResumptionToken"))
                : Oai.wellBehaved(a, 6, 2))) {
            Trial trial = Trial.of(server, r -> r.withFrom(Instant.parse("2026-11-01T00:00:00Z")));
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().resumeFrom()).isEqualTo("2026-11-01T00:00:00Z");
            assertThat(trial.report().resumeBy()).isEqualTo(ResumeBy.FROM);
        }
    }

    @Test
    void lastPageThatRepeatsItsOwnTokenIsTheEndWhenAllIsRead() {
        try (StandIn server = listing(a -> a.containsKey("resumptionToken")
                ? Oai.list(Oai.records(2, 4), sized("last", 4, 2))
                : Oai.list(Oai.records(0, 2), sized("last", 4, 0)))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().records()).isEqualTo(4);
            assertThat(trial.report().warnings()).anyMatch(w -> w.contains("last page"));
        }
    }

    @Test
    void tokenOnTheLastPageThatLeadsNowhereIsTheEndWhenAllIsRead() {
        for (String code : Set.of("noRecordsMatch", "badResumptionToken")) {
            try (StandIn server = listing(a -> a.containsKey("resumptionToken")
                    ? Oai.error(code)
                    : Oai.list(Oai.records(0, 2), sized("nowhere", 2, 0)))) {
                Trial trial = Trial.of(server);
                assertThat(trial.outcome).as(code).isInstanceOf(Complete.class);
                assertThat(trial.report().records()).isEqualTo(2);
            }
        }
    }

    @Test
    void listThatBreaksOffBeforeItsAnnouncedEndIsNotCalledComplete() {
        try (StandIn server = listing(a -> a.containsKey("resumptionToken")
                ? Oai.error("noRecordsMatch")
                : Oai.list(Oai.records(0, 2), sized("next", 9, 0)))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().reason()).contains("before its announced end");
        }
    }

    @Test
    void listThatIsShorterThanAnnouncedIsWarnedOf() {
        try (StandIn server = listing(a -> a.containsKey("resumptionToken")
                ? Oai.list(Oai.records(2, 4), "")
                : Oai.list(Oai.records(0, 2), sized("next", 9, 0)))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().warnings())
                    .containsExactly("The list ended after 4 records, though the repository announced 9.");
        }
    }

    @Test
    void tokenWithReservedCharactersIsSentEncoded() {
        try (StandIn server = listing(a -> a.containsKey("resumptionToken")
                ? Oai.list(Oai.records(2, 3), "")
                : Oai.list(Oai.records(0, 2), Oai.token(" a b&amp;c=d/é+%2F? ")))) {
            Trial.of(server);
            assertThat(server.listRequests().get(1)).containsEntry("resumptionToken", "a b&c=d/é+%2F?");
        }
    }

    private static String sized(String token, int size, int cursor) {
        return "<resumptionToken completeListSize=\"" + size + "\" cursor=\"" + cursor + "\">" + token
                + "</resumptionToken>";
    }

    private static StandIn listing(ListScript script) {
        return new StandIn(a -> "Identify".equals(a.get("verb")) ? Oai.wellBehaved(a, 0, 1) : xml(script.list(a)));
    }

    private interface ListScript {
        String list(Map<String, String> arguments);
    }
}
