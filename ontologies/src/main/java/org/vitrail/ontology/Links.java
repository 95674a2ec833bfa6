package org.vitrail.ontology;

import java.util.Arrays;
import java.util.BitSet;

/** Arrows between numbered terms in two shared arrays: those of term n are {@code targets[offsets[n] .. offsets[n + 1]]}. */
final class Links {
    private final int[] offsets;
    private final int[] targets;

    private Links(int[] offsets, int[] targets) {
        this.offsets = offsets;
        this.targets = targets;
    }

    /** @param arrows one row of targets a term, in the order in which they are followed */
    static Links of(int[][] arrows) {
        int[] offsets = new int[arrows.length + 1];
        for (int i = 0; i < arrows.length; i++) {
            offsets[i + 1] = offsets[i] + arrows[i].length;
        }
        int[] targets = new int[offsets[arrows.length]];
        for (int i = 0; i < arrows.length; i++) {
            System.arraycopy(arrows[i], 0, targets, offsets[i], arrows[i].length);
        }
        return new Links(offsets, targets);
    }

    /** The same arrows from their ends to their beginnings. */
    Links reversed() {
        int[] starts = new int[offsets.length];
        for (int target : targets) {
            starts[target + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] sources = new int[targets.length];
        for (int from = 0; from + 1 < offsets.length; from++) {
            for (int i = offsets[from]; i < offsets[from + 1]; i++) {
                sources[next[targets[i]]++] = from;
            }
        }
        return new Links(starts, sources);
    }

    /** Where the arrows of all these terms lead, each once, in order. */
    int[] after(int[] terms) {
        Visited wholes = new Visited(offsets.length - 1);
        for (int term : terms) {
            wholes.addAll(this, term);
        }
        return wholes.inOrder();
    }

    /** What is reached from the starts, these included, nearest first; a cycle is walked once. */
    static int[] reach(int[] starts, Links... kinds) {
        Visited visited = new Visited(kinds[0].offsets.length - 1);
        for (int start : starts) {
            visited.add(start);
        }
        for (int at = 0; at < visited.count; at++) {
            for (Links kind : kinds) {
                visited.addAll(kind, visited.order[at]);
            }
        }
        return visited.inOrder();
    }

    /** Terms in the order in which they were come upon. */
    private static final class Visited {
        private final BitSet seen;
        private int[] order = new int[32];
        private int count;

        Visited(int terms) {
            seen = new BitSet(terms);
        }

        void addAll(Links kind, int from) {
            for (int i = kind.offsets[from]; i < kind.offsets[from + 1]; i++) {
                add(kind.targets[i]);
            }
        }

        void add(int term) {
            if (!seen.get(term)) {
                seen.set(term);
                order = count == order.length ? Arrays.copyOf(order, 2 * count) : order;
                order[count++] = term;
            }
        }

        int[] inOrder() {
            return Arrays.copyOf(order, count);
        }
    }
}
