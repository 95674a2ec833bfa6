package org.vitrail.pixels.dicom.frame;

/** Huffman codes of difference categories. ITU-T T.81 Annex C, §F.2.2.3. */
final class HuffmanTable {

    private static final int LONGEST = 16;

    private final int[] largestCode = new int[LONGEST + 1];
    private final int[] firstCode = new int[LONGEST + 1];
    private final int[] firstSymbol = new int[LONGEST + 1];
    private final byte[] symbols;

    /** @param at of the sixteen numbers of codes, which the symbols follow; callers have checked the length */
    HuffmanTable(byte[] coded, int at, int count) {
        symbols = java.util.Arrays.copyOfRange(coded, at + LONGEST, at + LONGEST + count);
        int code = 0;
        int symbol = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int codes = coded[at + length - 1] & 0xff;
            firstCode[length] = code;
            firstSymbol[length] = symbol;
            largestCode[length] = codes == 0 ? -1 : code + codes - 1;
            code = code + codes << 1;
            symbol += codes;
        }
    }

    /** The next difference, −32767 to 32768. T.81 §H.1.2.2. */
    int difference(EntropyBits bits) throws BadFrame {
        int category = symbol(bits);
        if (category > LONGEST) {
            throw new BadFrame("its JPEG has a difference of " + category + " bits");
        }
        if (category == 0) {
            return 0;
        }
        if (category == LONGEST) {
            return 32768;
        }
        int value = bits.take(category);
        return value < 1 << category - 1 ? value - (1 << category) + 1 : value;
    }

    private int symbol(EntropyBits bits) throws BadFrame {
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code = code << 1 | bits.take(1);
            if (code <= largestCode[length] && code >= firstCode[length]) {
                return symbols[firstSymbol[length] + code - firstCode[length]] & 0xff;
            }
        }
        throw new BadFrame("its JPEG has a code that is in no table");
    }
}
