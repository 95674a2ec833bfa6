package org.vitrail.ontology.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The namespaces that a document type abbreviates. They are written out while the document is read, and the document type is
 * blanked, so that the XML parser meets neither, and its limit of entities does not refuse files that are full of them.
 *
 * @param values by name; without markup, references and quotes
 * @param from where the document type begins, in bytes
 * @param to behind its end
 */
record Abbreviations(Map<String, String> values, int from, int to) {
    private static final int LONGEST_REFERENCE = 64;

    /** Of a document without document type. */
    static final Abbreviations NONE = new Abbreviations(Map.of(), 0, 0);

    Abbreviations {
        values = Map.copyOf(values);
    }

    InputStream writtenOut(BufferedInputStream document) {
        return to == 0 ? document : new WrittenOut(document);
    }

    private final class WrittenOut extends InputStream {
        private final BufferedInputStream in;
        private long position;
        private byte[] value = {};
        private int given;

        WrittenOut(BufferedInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            while (given == value.length) {
                int next = in.read();
                boolean blanked = position >= from && position < to;
                position++;
                if (blanked && next >= 0) {
                    return next == '\n' ? next : ' ';
                }
                if (next != '&' || !isReference()) {
                    return next;
                }
            }
            return value[given++] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int next = read();
                if (next < 0) {
                    break;
                }
                bytes[offset + count++] = (byte) next;
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        /** Takes the value of what stands behind an ampersand, or leaves it to the parser. */
        private boolean isReference() throws IOException {
            in.mark(LONGEST_REFERENCE + 1);
            StringBuilder name = new StringBuilder();
            int next = in.read();
            while (next >= 0 && next != ';' && name.length() < LONGEST_REFERENCE) {
                name.append((char) next);
                next = in.read();
            }
            String meant = next == ';' ? values.get(name.toString()) : null;
            if (meant == null) {
                in.reset();
                return false;
            }
            value = meant.getBytes(StandardCharsets.ISO_8859_1);
            given = 0;
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
