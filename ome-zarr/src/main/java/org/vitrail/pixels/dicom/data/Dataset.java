package org.vitrail.pixels.dicom.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The elements of a data set or of one item, by tag; values and sequences are read when they are asked for, as long as the bytes are
 * open. Of an element that comes twice the first counts.
 */
public final class Dataset {

    private static final int MOST_ELEMENTS = 20_000;
    private static final int MOST_TEXT = 1 << 16;

    private final ElementParser parser;
    private final Map<Integer, Element> elements;
    private final int depth;

    private Dataset(ElementParser parser, Map<Integer, Element> elements, int depth) {
        this.parser = parser;
        this.elements = elements;
        this.depth = depth;
    }

    /** What is done with each item of a sequence. */
    public interface ItemReader {
        void read(Dataset item) throws IOException;
    }

    /**
     * Reads where the elements lie.
     *
     * @param end where they end, or {@link Element#UNDEFINED}
     * @param depth of the sequences around, 0 for none
     */
    static Dataset read(ElementParser parser, long from, long end, Syntax syntax, int depth) throws IOException {
        Map<Integer, Element> elements = new LinkedHashMap<>();
        parser.elements(from, end, syntax, depth, element -> keep(parser, elements, element));
        return new Dataset(parser, elements, depth);
    }

    private static boolean keep(ElementParser parser, Map<Integer, Element> elements, Element element) {
        elements.putIfAbsent(element.tag(), element);
        if (elements.size() > MOST_ELEMENTS) {
            throw parser.in().broken("it lists more than " + MOST_ELEMENTS + " elements", element.at());
        }
        return true;
    }

    /** The bytes behind it. */
    public DicomBytes in() {
        return parser.in();
    }

    /** Where elements and items begin and end. */
    public ElementParser parser() {
        return parser;
    }

    /** The element of that tag. */
    public Optional<Element> find(int tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    /** True when the element is there with a value. */
    public boolean has(int tag) {
        Element element = elements.get(tag);
        return element != null && element.length() != 0;
    }

    /** The value as text without padding, or empty when it is absent; at most 64 KiB of it. */
    public String text(int tag) throws IOException {
        Element element = elements.get(tag);
        return element == null ? "" : text(element);
    }

    /** The value as text without padding; at most 64 KiB of it. */
    public String text(Element element) throws IOException {
        if (element.isUndefined()) {
            return "";
        }
        return text(parser.in(), element);
    }

    /** As {@link #text(Element)}, of an element in other bytes: file meta information before a deflated data set. */
    public static String text(DicomBytes in, Element element) throws IOException {
        byte[] bytes = in.bytes(element.valueAt(), (int) Math.min(MOST_TEXT, element.length()));
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    }

    /** The values of a text that is divided by backslashes; none when it is absent. */
    public List<String> texts(int tag) throws IOException {
        String all = text(tag);
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split("\\\\", -1)).map(String::strip).toList();
    }

    /** A whole number that is written as text (IS); {@code absent} when it is absent or no number. */
    public long integer(int tag, long absent) throws IOException {
        List<String> values = texts(tag);
        try {
            return values.isEmpty() ? absent : Long.parseLong(values.get(0).replaceFirst("\\.0*$", ""));
        } catch (NumberFormatException noNumber) {
            return absent;
        }
    }

    /** An unsigned number of 16 or 32 bits (US, UL), the first where there are several; {@code absent} when it is absent. */
    public long unsigned(int tag, long absent) throws IOException {
        Element element = elements.get(tag);
        if (element == null || element.length() < 2) {
            return absent;
        }
        boolean wide = element.length() >= 4 && !"US".equals(element.vr()) && !"SS".equals(element.vr());
        return wide
                ? parser.in().u32(element.valueAt(), element.syntax().order())
                : parser.in().u16(element.valueAt(), element.syntax().order());
    }

    /** A signed number of 32 bits (SL); {@code absent} when it is absent. */
    public long signed(int tag, long absent) throws IOException {
        Element element = elements.get(tag);
        return element == null || element.length() < 4
                ? absent
                : parser.in().i32(element.valueAt(), element.syntax().order());
    }

    /** Decimal numbers (DS); null unless there are exactly so many finite ones. */
    public double[] decimals(int tag, int count) throws IOException {
        List<String> values = texts(tag);
        if (values.size() != count) {
            return null;
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = decimal(values.get(i));
            if (!Double.isFinite(numbers[i])) {
                return null;
            }
        }
        return numbers;
    }

    private static double decimal(String text) {
        try {
            return text.length() > 32 ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    /** Goes through the items of a sequence, one in memory at a time; through none when it is absent or no sequence. */
    public void forEachItem(int tag, ItemReader reader) throws IOException {
        Element sequence = elements.get(tag);
        if (sequence == null || !parser.isSequence(sequence)) {
            return;
        }
        parser.items(
                sequence,
                depth,
                (from, end) -> reader.read(read(parser, from, end, parser.itemSyntax(sequence), depth + 1)));
    }

    /** The first item of a sequence; a data set without elements when there is none. */
    public Dataset item(int tag) throws IOException {
        Dataset[] first = {new Dataset(parser, Map.of(), depth)};
        boolean[] found = {false};
        forEachItem(tag, item -> {
            first[0] = found[0] ? first[0] : item;
            found[0] = true;
        });
        return first[0];
    }

    /** A data set of the top level that ends where the file does, or earlier where only padding follows the pixel data. */
    static Dataset readWhole(ElementParser parser, long from, Syntax syntax) throws IOException {
        Map<Integer, Element> elements = new LinkedHashMap<>();
        walkWhole(parser, from, syntax, element -> keep(parser, elements, element));
        return new Dataset(parser, elements, 0);
    }

    static void walkWhole(ElementParser parser, long from, Syntax syntax, ElementParser.ElementVisitor visitor)
            throws IOException {
        long size = parser.in().size();
        boolean pixels = false;
        long at = from;
        while (at < size) {
            boolean padding = pixels && (size - at < 8 || parser.in().tag(at, syntax.order()) == 0);
            if (padding) {
                return;
            }
            Element element = parser.element(at, syntax);
            pixels |= element.isPixelData();
            if (!visitor.visit(element)) {
                return;
            }
            at = parser.end(element, 0);
        }
    }
}
