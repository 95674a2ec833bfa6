package org.vitrail.node.rdf;

/**
 * A text whose reader can be stopped: a regular expression may try for ever, and Java's never looks whether its thread was
 * interrupted.
 */
final class WatchedText implements CharSequence {
    private static final int EVERY = 4096;
    private final CharSequence text;
    private final Allowance allowance;
    private int reads;

    WatchedText(CharSequence text, Allowance allowance) {
        this.text = text;
        this.allowance = allowance;
    }

    @Override
    public char charAt(int index) {
        if (++reads % EVERY == 0) {
            allowance.requireGoing();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new WatchedText(text.subSequence(start, end), allowance);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
