package org.vitrail.pixels.dicom.data;

import java.io.IOException;

/** Finds where elements and items begin and end, without keeping them. PS3.5 §7.1, §7.5. */
public final class ElementParser {

    /** Sequences inside sequences, at most; real objects have fewer than ten. */
    public static final int DEEPEST = 32;

    private static final int[] NO_VR = {Tags.ITEM, Tags.ITEM_DELIMITATION, Tags.SEQUENCE_DELIMITATION};

    private final DicomBytes in;

    /** Reads from there. */
    public ElementParser(DicomBytes in) {
        this.in = in;
    }

    /** The bytes that are read. */
    public DicomBytes in() {
        return in;
    }

    /** What is done with each element; false ends the walk. */
    public interface ElementVisitor {
        boolean visit(Element element) throws IOException;
    }

    /** What is done with each item of a sequence. */
    public interface ItemVisitor {
        /** @param from where its elements begin @param end where they end, or {@link Element#UNDEFINED} */
        void visit(long from, long end) throws IOException;
    }

    /**
     * Goes through the elements of a data set or item.
     *
     * @param end where they end, or {@link Element#UNDEFINED} when a delimiter follows
     * @param depth of the sequences around, 0 for none
     * @return where what follows begins
     */
    public long elements(long from, long end, Syntax syntax, int depth, ElementVisitor visitor) throws IOException {
        long at = from;
        while (end == Element.UNDEFINED || at < end) {
            Element element = element(at, syntax);
            if (element.tag() == Tags.ITEM_DELIMITATION && end == Element.UNDEFINED) {
                return element.valueAt();
            }
            if (end != Element.UNDEFINED && !element.isUndefined() && element.valueAt() + element.length() > end) {
                throw in.broken(Element.name(element.tag()) + " reaches beyond what it is in", at);
            }
            if (!visitor.visit(element)) {
                return at;
            }
            at = end(element, depth);
        }
        return at;
    }

    /** The element that begins there. */
    public Element element(long at, Syntax syntax) throws IOException {
        int tag = in.tag(at, syntax.order());
        if (!syntax.explicit() || tag == NO_VR[0] || tag == NO_VR[1] || tag == NO_VR[2]) {
            return made(tag, null, syntax, at, at + 8, in.u32(at + 4, syntax.order()));
        }
        byte[] letters = in.bytes(at + 4, 2);
        if (!isLetter(letters[0]) || !isLetter(letters[1])) {
            return withoutVr(tag, syntax, at);
        }
        String vr = new String(letters, java.nio.charset.StandardCharsets.US_ASCII);
        if (Element.isShortForm(vr)) {
            return made(tag, vr, syntax, at, at + 8, in.u16(at + 6, syntax.order()));
        }
        return made(tag, vr, syntax, at, at + 12, in.u32(at + 8, syntax.order()));
    }

    /** Some writers leave the representation out of single elements; that is believed only where the length fits. */
    private Element withoutVr(int tag, Syntax syntax, long at) throws IOException {
        long length = in.u32(at + 4, syntax.order());
        if (length != 0xffffffffL && length > in.size() - at - 8) {
            throw in.broken(Element.name(tag) + " names no value representation", at);
        }
        return made(tag, null, syntax, at, at + 8, length);
    }

    private Element made(int tag, String vr, Syntax syntax, long at, long valueAt, long length) {
        return new Element(tag, vr, syntax, at, valueAt, length == 0xffffffffL ? Element.UNDEFINED : length);
    }

    private static boolean isLetter(byte letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    /**
     * True for sequences, also those that an implicit file or the representation UN does not name: their value begins with an item.
     */
    public boolean isSequence(Element element) throws IOException {
        if ("SQ".equals(element.vr())) {
            return true;
        }
        if (element.isPixelData()) {
            return false;
        }
        if (element.isUndefined()) {
            return true;
        }
        boolean unnamed = element.vr() == null || "UN".equals(element.vr());
        return unnamed
                && element.length() >= 8
                && element.valueAt() + 8 <= in.size()
                && in.tag(element.valueAt(), itemSyntax(element).order()) == Tags.ITEM
                && plausible(element);
    }

    private boolean plausible(Element element) throws IOException {
        long length = in.u32(element.valueAt() + 4, itemSyntax(element).order());
        return length == 0xffffffffL || length <= element.length() - 8;
    }

    /** In which the items of a sequence are written. */
    public Syntax itemSyntax(Element sequence) {
        return "UN".equals(sequence.vr()) ? Syntax.IMPLICIT : sequence.syntax();
    }

    /**
     * Goes through the items of a sequence or the fragments of pixel data.
     *
     * @return where what follows the sequence begins
     */
    public long items(Element sequence, int depth, ItemVisitor visitor) throws IOException {
        if (depth >= DEEPEST) {
            throw in.broken(
                    "sequences lie in each other more than %d deep at %s"
                            .formatted(DEEPEST, Element.name(sequence.tag())),
                    sequence.at());
        }
        Syntax syntax = itemSyntax(sequence);
        long end = sequence.isUndefined() ? Long.MAX_VALUE : sequence.valueAt() + sequence.length();
        long at = sequence.valueAt();
        while (at < end) {
            int tag = in.tag(at, syntax.order());
            long length = in.u32(at + 4, syntax.order());
            if (tag == Tags.SEQUENCE_DELIMITATION) {
                return sequence.isUndefined() ? at + 8 : end;
            }
            if (tag != Tags.ITEM) {
                throw in.broken(
                        "an item of %s was expected, not %s".formatted(Element.name(sequence.tag()), Element.name(tag)),
                        at);
            }
            at = item(sequence, at + 8, length, depth, visitor);
        }
        return end;
    }

    private long item(Element sequence, long from, long length, int depth, ItemVisitor visitor) throws IOException {
        if (length != 0xffffffffL) {
            if (length > in.size() - from) {
                throw in.broken("an item of %s ends too early".formatted(Element.name(sequence.tag())), from);
            }
            visitor.visit(from, from + length);
            return from + length;
        }
        if (sequence.isPixelData()) {
            throw in.broken("a fragment of pixel data has no length", from);
        }
        visitor.visit(from, Element.UNDEFINED);
        return elements(from, Element.UNDEFINED, itemSyntax(sequence), depth + 1, element -> true);
    }

    /** Where the element after this one begins; goes through what has no length. */
    public long end(Element element, int depth) throws IOException {
        if (element.isUndefined()) {
            return items(element, depth, (from, end) -> {});
        }
        long end = element.valueAt() + element.length();
        if (end > in.size()) {
            throw in.broken(
                    "%s ends too early: its value has %d bytes"
                            .formatted(Element.name(element.tag()), element.length()),
                    element.at());
        }
        return end;
    }
}
