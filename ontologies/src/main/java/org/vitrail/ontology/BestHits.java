package org.vitrail.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The best few of many names, each term with its best one: by rank, then the shorter, then by the alphabet. Keeps no more
 * than a few hits, however many are offered.
 */
final class BestHits {
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::rank)
            .thenComparingInt(hit -> hit.name.length())
            .thenComparing(Hit::name)
            .thenComparing(hit -> hit.term.id());

    private record Hit(int rank, String name, Term term) {}

    private final int limit;
    private final Predicate<Term> wanted;
    private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
    private final Map<String, Hit> byTerm = new HashMap<>();

    /** @param limit at least 1 */
    BestHits(int limit, Predicate<Term> wanted) {
        this.limit = limit;
        this.wanted = wanted;
    }

    /** Whether nothing of this rank, or a worse one, could still come among them. */
    boolean isFullBefore(int rank) {
        return worstFirst.size() == limit && worstFirst.peek().rank < rank;
    }

    void offer(int rank, String name, Term term) {
        if (isBehind(rank, name) || !wanted.test(term)) {
            return;
        }
        Hit hit = new Hit(rank, name, term);
        Hit known = byTerm.get(term.id());
        if (known != null && BEST_FIRST.compare(known, hit) <= 0) {
            return;
        }
        if (known != null) {
            worstFirst.remove(known);
        }
        worstFirst.add(hit);
        byTerm.put(term.id(), hit);
        if (worstFirst.size() > limit) {
            byTerm.remove(worstFirst.poll().term.id());
        }
    }

    /** Whether a name of this rank, or a worse one, comes too late; cheap, since most do. */
    boolean isBehind(int rank, String name) {
        if (worstFirst.size() < limit) {
            return false;
        }
        Hit worst = worstFirst.peek();
        return rank > worst.rank || rank == worst.rank && name.length() > worst.name.length();
    }

    List<Term> bestFirst() {
        List<Hit> hits = new ArrayList<>(worstFirst);
        hits.sort(BEST_FIRST);
        return hits.stream().map(Hit::term).toList();
    }
}
