package org.vitrail.pixels.tiff;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders files of one stack by the number in which their names differ: shells give {@code t_10} before {@code t_2}. */
final class NumberedNames {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,100}+");

    private NumberedNames() {}

    /** The files in the order of that number; as they were where names differ in something else, or in several numbers. */
    static <T> List<T> ordered(List<T> files, Function<T, String> name) {
        int differing =
                files.size() < 2 ? -1 : differing(files.stream().map(name).toList());
        if (differing < 0) {
            return files;
        }
        List<T> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(file -> numbers(name.apply(file)).get(differing)));
        return ordered;
    }

    /** Which number of the names, counted from 0; −1 for none, or not only that. */
    private static int differing(List<String> names) {
        String around = NUMBER.matcher(names.get(0)).replaceAll("0");
        if (names.stream()
                .anyMatch(name -> !NUMBER.matcher(name).replaceAll("0").equals(around))) {
            return -1;
        }
        int differing = -1;
        for (int i = 0; i < numbers(names.get(0)).size(); i++) {
            int at = i;
            long different =
                    names.stream().map(name -> numbers(name).get(at)).distinct().count();
            if (different > 1 && (differing >= 0 || different < names.size())) {
                return -1;
            }
            differing = different > 1 ? i : differing;
        }
        return differing;
    }

    private static List<BigInteger> numbers(String name) {
        return NUMBER.matcher(name)
                .results()
                .map(MatchResult::group)
                .map(BigInteger::new)
                .toList();
    }
}
