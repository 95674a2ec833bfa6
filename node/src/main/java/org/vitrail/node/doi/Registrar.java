package org.vitrail.node.doi;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.database.Database;
import org.vitrail.node.doi.DoiMetadata.DoiRecord;
import org.vitrail.node.doi.DoiOutbox.Failure;
import org.vitrail.node.doi.DoiOutbox.Waiting;
import org.vitrail.node.doi.datacite.DataCiteAccount;
import org.vitrail.node.doi.datacite.DataCiteAnswer;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Accepted;
import org.vitrail.node.doi.datacite.DataCiteAnswer.NotAllowed;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Refused;
import org.vitrail.node.doi.datacite.DataCiteAnswer.State;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Throttled;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Unavailable;
import org.vitrail.node.doi.datacite.DataCiteClient;
import org.vitrail.node.doi.datacite.DoiRequest;

/**
 * Tells DataCite what the outbox holds, one row after the other. Sending and noting are apart: a process that is killed between
 * them sends the same again, which changes nothing at DataCite.
 */
@ApplicationScoped
class Registrar {
    /** Refusals are faults of ours, which the same node will hardly mend by itself. */
    private static final Duration AFTER_REFUSAL = Duration.ofDays(1);

    private static final int MOST_AT_ONCE = 500;
    private final DoiOutbox outbox;
    private final DoiMetadata metadata;
    private final Database database;
    private final Event<DoiTold> told;
    private final DoiConfig config;
    private final Clock clock;
    private final RandomGenerator random;
    private final DataCiteClient client;

    @Inject
    Registrar(
            DoiOutbox outbox,
            DoiMetadata metadata,
            Database database,
            Event<DoiTold> told,
            DoiConfig config,
            NodeConfig node,
            Clock clock,
            SecureRandom random) {
        this.outbox = outbox;
        this.metadata = metadata;
        this.database = database;
        this.told = told;
        this.config = config;
        this.clock = clock;
        this.random = random;
        DataCiteAccount account = new DataCiteAccount(
                config.api(),
                config.repositoryId().orElse(""),
                config.password().orElse(""),
                node.contact(),
                config.timeout());
        this.client = new DataCiteClient(account, clock);
    }

    /** Sends all that is due, until something stands in the way of everything. Returns how many were settled. */
    int run() {
        int settled = 0;
        for (int tried = 0; tried < MOST_AT_ONCE; tried++) {
            Optional<Waiting> due = outbox.findDue();
            if (due.isEmpty()) {
                break;
            }
            DataCiteAnswer answer = send(due.get());
            note(due.get(), answer);
            if (answer instanceof Accepted) {
                settled++;
            } else if (!(answer instanceof Refused)) {
                break;
            }
        }
        return settled;
    }

    /** Tells DataCite; changes nothing here. */
    DataCiteAnswer send(Waiting row) {
        if (row.event() == DoiOutbox.Event.RESERVE) {
            return client.tell(DoiRequest.draft(row.doi()));
        }
        try {
            return describe(row)
                    .map(record -> send(row, record))
                    .orElseGet(() -> new Refused("nothing is published of " + row.accession()));
        } catch (IllegalArgumentException e) {
            return new Refused("no metadata could be written: " + e.getMessage());
        }
    }

    private Optional<DoiRecord> describe(Waiting row) {
        return row.version() == null
                ? metadata.findConcept(row.accession())
                : metadata.findVersion(row.accession(), row.version());
    }

    private DataCiteAnswer send(Waiting row, DoiRecord record) {
        if (row.event() == DoiOutbox.Event.HIDE) {
            return hide(new DoiRequest(row.doi(), record.url(), record.xml(), DoiRequest.Event.HIDE));
        }
        DataCiteAnswer answer =
                client.tell(new DoiRequest(row.doi(), record.url(), record.xml(), DoiRequest.Event.PUBLISH));
        return answer instanceof Accepted accepted && accepted.state() != State.FINDABLE
                ? new Refused("DataCite keeps the DOI " + accepted.state() + " although it was to be published")
                : answer;
    }

    /** A DOI that was withdrawn before it was ever published at DataCite has to lead to the tombstone all the same. */
    private DataCiteAnswer hide(DoiRequest request) {
        DataCiteAnswer answer = client.tell(request);
        return answer instanceof Accepted accepted && accepted.state() == State.DRAFT
                ? client.tell(request.with(DoiRequest.Event.REGISTER))
                : answer;
    }

    /** Keeps what became of a row. */
    void note(Waiting row, DataCiteAnswer answer) {
        switch (answer) {
            case Accepted accepted -> settle(row, accepted.state());
            case Unavailable later -> postpone(row, Failure.UNAVAILABLE, later.reason(), backOff(row.attempts()));
            case Throttled later -> postpone(row, Failure.THROTTLED, later.reason(), later.pause());
            case NotAllowed stop -> {
                Log.errorf(
                        "DOIs are not registered until the account is mended and the node restarted: %s",
                        stop.reason());
                postpone(row, Failure.NOT_ALLOWED, stop.reason(), config.accountPause());
            }
            case Refused refused -> {
                Log.errorf("DOI %s is not registered as it should be: %s", row.doi(), refused.reason());
                postpone(row, Failure.REFUSED, refused.reason(), AFTER_REFUSAL);
            }
        }
    }

    private void settle(Waiting row, State state) {
        database.inTransaction(() -> {
            outbox.settle(row);
            told.fire(new DoiTold(row.accession(), row.version(), row.doi(), state));
        });
        Log.infof("DOI %s is %s at DataCite", row.doi(), state.name().toLowerCase(java.util.Locale.ROOT));
    }

    private void postpone(Waiting row, Failure failure, String reason, Duration pause) {
        if (failure == Failure.UNAVAILABLE || failure == Failure.THROTTLED) {
            Log.warnf("DOI %s: %s; tried again in %d s", row.doi(), reason, pause.toSeconds());
        }
        outbox.postpone(row, failure, reason, clock.instant().plus(pause));
    }

    /** Twice as long after each failure, up to the longest; the second half at random, so that not all come back at once. */
    private Duration backOff(int attempts) {
        long longest = config.longestPause().toMillis();
        long whole = Math.min(longest, config.retryAfter().toMillis() << Math.min(attempts, 20));
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
