package org.vitrail.ontology.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers last used, at most so many and not older than so long. Thread-safe. */
public final class AnswerCache {
    private record Kept(Object answer, Instant until) {}

    private final Duration keptFor;
    private final Clock clock;
    private final Map<Object, Kept> kept;

    public AnswerCache(int most, Duration keptFor, Clock clock) {
        this.keptFor = keptFor;
        this.clock = clock;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Kept> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<Object> find(Object question) {
        Kept found = kept.get(question);
        if (found != null && !clock.instant().isBefore(found.until)) {
            kept.remove(question);
            return Optional.empty();
        }
        return Optional.ofNullable(found).map(Kept::answer);
    }

    synchronized void keep(Object question, Object answer) {
        kept.put(question, new Kept(answer, clock.instant().plus(keptFor)));
    }
}
