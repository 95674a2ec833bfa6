package org.vitrail.harvest.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in pieces of random length become the same text as in one piece, forbidden characters apart. */
class XmlTextTest {

    private static final String[] PARTS = {
        "plain ",
        "é",
        "神",
        "🔬",
        "&amp;",
        "&#1;",
        "&#x1F;",
        "&#233;",
        "&#x1F52C;",
        "\u0001",
        "\uFFFE",
        "<a>",
        "&",
        "&#",
        ";"
    };
    private static final String[] CLEAN = {
        "plain ",
        "é",
        "神",
        "🔬",
        "&amp;",
        "\uFFFD",
        "\uFFFD",
        "&#233;",
        "&#x1F52C;",
        "\uFFFD",
        "\uFFFD",
        "<a>",
        "&",
        "&#",
        ";"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void piecesDoNotMatter(long seed) throws Exception {
        Random random = new Random(seed);
        StringBuilder sent = new StringBuilder("<x>");
        StringBuilder expected = new StringBuilder("<x>");
        for (int i = 0; i < 20_000; i++) {
            int part = random.nextInt(PARTS.length);
            sent.append(PARTS[part]).append(' ');
            expected.append(CLEAN[part]).append(' ');
        }
        byte[] bytes = sent.toString().getBytes(StandardCharsets.UTF_8);
        XmlText text = new XmlText(inPieces(bytes, random), StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        char[] buffer = new char[1 + random.nextInt(5000)];
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
            read.append(buffer, 0, n);
        }
        assertThat(read.toString()).isEqualTo(expected.toString());
    }

    private static InputStream inPieces(byte[] bytes, Random random) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, 1 + random.nextInt(Math.min(length, 300)));
            }
        };
    }
}
