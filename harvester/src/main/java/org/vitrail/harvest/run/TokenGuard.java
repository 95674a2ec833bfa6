package org.vitrail.harvest.run;

/**
 * Notices that a list of resumption tokens runs in a circle, whatever the circle's length, with two tokens in memory
 * (Brent's cycle detection): a circle of n tokens is seen after at most about 3·n further pages.
 */
final class TokenGuard {

    private String kept;
    private String last;
    private long steps;
    private long power = 1;

    /** Whether this token was seen before. */
    boolean repeats(String token) {
        boolean again = token.equals(last) || token.equals(kept);
        last = token;
        if (++steps == power) {
            kept = token;
            power *= 2;
            steps = 0;
        }
        return again;
    }
}
