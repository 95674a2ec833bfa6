package org.vitrail.ontology.remote;

import java.util.List;
import java.util.Optional;
import org.vitrail.ontology.remote.TermService.Mention;
import org.vitrail.ontology.remote.TermService.Operation;
import org.vitrail.ontology.remote.TermService.Recommendation;
import org.vitrail.ontology.remote.TermService.RemoteTerm;

/** A service behind memory and breaker: its failures never reach the caller, who gets nothing and is told why. */
public final class TermEnrichment {

    /** @param why what kept the service from answering; empty when it did, now or before */
    public record Answer<T>(List<T> found, Optional<String> why) {
        public Answer {
            found = List.copyOf(found);
        }
    }

    private record Question(Operation operation, String text, int limit) {}

    private interface Asking<T> {
        List<T> ask() throws InterruptedException;
    }

    private final TermService service;
    private final CircuitBreaker breaker;
    private final AnswerCache cache;

    public TermEnrichment(TermService service, CircuitBreaker breaker, AnswerCache cache) {
        this.service = service;
        this.breaker = breaker;
        this.cache = cache;
    }

    public Answer<RemoteTerm> search(String text, int limit) {
        return answer(new Question(Operation.SEARCH, text, limit), () -> service.search(text, limit));
    }

    public Answer<Mention> annotate(String text) {
        return answer(new Question(Operation.ANNOTATE, text, 0), () -> service.annotate(text));
    }

    public Answer<Recommendation> recommend(String text) {
        return answer(new Question(Operation.RECOMMEND, text, 0), () -> service.recommend(text));
    }

    private <T> Answer<T> answer(Question question, Asking<T> asking) {
        if (!service.offers().contains(question.operation)) {
            return none(service.name() + " does not offer this");
        }
        Optional<Object> known = cache.find(question);
        if (known.isPresent()) {
            @SuppressWarnings("unchecked") // what was kept for a question is what was asked by it
            Answer<T> kept = (Answer<T>) known.get();
            return kept;
        }
        return breaker.tryAcquire()
                ? fresh(question, asking)
                : none(service.name() + " failed lately; it is left alone");
    }

    private <T> Answer<T> fresh(Question question, Asking<T> asking) {
        try {
            Answer<T> answer = new Answer<>(asking.ask(), Optional.empty());
            breaker.succeeded();
            cache.keep(question, answer);
            return answer;
        } catch (RemoteFailure failed) {
            breaker.failed(failed.retryAfter());
            return none(failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return none("it was not waited for");
        }
    }

    private static <T> Answer<T> none(String why) {
        return new Answer<>(List.of(), Optional.of(why));
    }
}
