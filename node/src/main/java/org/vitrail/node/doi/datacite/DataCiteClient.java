package org.vitrail.node.doi.datacite;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Accepted;
import org.vitrail.node.doi.datacite.DataCiteAnswer.NotAllowed;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Refused;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Throttled;
import org.vitrail.node.doi.datacite.DataCiteAnswer.Unavailable;
import org.vitrail.node.doi.datacite.DataCiteConnection.NoAnswer;

/**
 * Tells DataCite of DOIs. Whatever was interrupted can be told again: a DOI is named by us, so an update is the same however
 * often it comes, and only one that DataCite does not know is created. Thread-safe.
 */
public final class DataCiteClient {
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private final DataCiteConnection connection;
    private final String repositoryId;
    private final Clock clock;

    /** @param clock for the dates in Retry-After */
    public DataCiteClient(DataCiteAccount account, Clock clock) {
        this.connection = new DataCiteConnection(account);
        this.repositoryId = account.repositoryId();
        this.clock = clock;
    }

    /** Updates a DOI, or creates it where DataCite does not know it. Waits for the answer. */
    public DataCiteAnswer tell(DoiRequest request) {
        try {
            Reply updated = update(request);
            return updated.status() == 404 ? create(request) : answer(updated);
        } catch (NoAnswer e) {
            return new Unavailable(e.getMessage());
        }
    }

    private DataCiteAnswer create(DoiRequest request) throws NoAnswer {
        Reply created;
        try {
            created = connection.send("POST", "/dois", request.body());
        } catch (NoAnswer e) {
            return afterLostAnswer(request, e);
        }
        if (!created.isTaken()) {
            return answer(created);
        }
        Reply updated = update(request);
        return updated.status() == 403 || updated.status() == 404
                ? new Refused("DOI " + request.doi() + " belongs to another account: " + updated.errors())
                : answer(updated);
    }

    /** Looks whether the DOI was created although no answer came; what was told of it is then told by an update. */
    private DataCiteAnswer afterLostAnswer(DoiRequest request, NoAnswer lost) throws NoAnswer {
        Reply found = connection.send("GET", "/dois/" + request.doi(), "");
        return found.status() == 200 ? answer(update(request)) : new Unavailable(lost.getMessage());
    }

    private Reply update(DoiRequest request) throws NoAnswer {
        return connection.send("PUT", "/dois/" + request.doi(), request.body());
    }

    private DataCiteAnswer answer(Reply reply) {
        int status = reply.status();
        Optional<Duration> pause = RetryAfter.read(reply.retryAfter(), clock);
        return switch (status) {
            case 200, 201 -> accepted(reply);
            case 401, 403 ->
                new NotAllowed("DataCite does not accept repository account " + repositoryId + ": " + reply.errors());
            case 429 -> new Throttled("DataCite: " + reply.errors(), pause.orElse(USUAL_PAUSE));
            case 503 ->
                pause.<DataCiteAnswer>map(asked -> new Throttled("DataCite: " + reply.errors(), asked))
                        .orElseGet(() -> new Unavailable("DataCite: " + reply.errors()));
            default ->
                status < 400 || status == 408 || status >= 500
                        ? new Unavailable("DataCite: " + reply.errors())
                        : new Refused("DataCite: " + reply.errors());
        };
    }

    private static DataCiteAnswer accepted(Reply reply) {
        return reply.state()
                .<DataCiteAnswer>map(Accepted::new)
                .orElseGet(() -> new Unavailable("DataCite answered " + reply.status() + " without a state"));
    }
}
