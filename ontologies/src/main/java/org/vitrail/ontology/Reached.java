package org.vitrail.ontology;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;

/** CURIEs that a walk came upon, in its order, kept as numbers: a closure is asked for far more often than it is looked into. */
final class Reached extends AbstractSet<String> {
    private final String[] ids;
    private final Map<String, Integer> numbers;
    private final int[] order;
    private final int[] sorted;

    /** @param order each number once */
    Reached(String[] ids, Map<String, Integer> numbers, int[] order) {
        this.ids = ids;
        this.numbers = numbers;
        this.order = order;
        this.sorted = order.clone();
        Arrays.sort(sorted);
    }

    @Override
    public int size() {
        return order.length;
    }

    @Override
    public boolean contains(Object curie) {
        Integer number = curie instanceof String ? numbers.get(curie) : null;
        return number != null && Arrays.binarySearch(sorted, number) >= 0;
    }

    @Override
    public Iterator<String> iterator() {
        return IntStream.of(order).mapToObj(number -> ids[number]).iterator();
    }
}
