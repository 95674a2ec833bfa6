package org.vitrail.harvest.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Generated feeds, delivered in pieces of random length: no border may cut or change a text. */
class GeneratedFeedTest {

    private static final String[] ALPHABET = {"a", "é", "神", "🔬", " ", "\n", "<", "&", "]]>", "\"", "'", ">", "\t", "x"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void textsAreTheSameWhereverThePiecesEnd(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        StringBuilder feed = new StringBuilder(
                "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/' xmlns:q='urn:q'>" + "<ListRecords>");
        for (int i = 0; i < 60; i++) {
            String text = text(random);
            texts.add(text);
            feed.append("<record><header><identifier>oai:toy:").append(i);
            feed.append("</identifier><datestamp>2026-11-20</datestamp></header><metadata><m a=\"");
            feed.append(escaped(text).replace("\n", "&#10;").replace("\t", "&#9;"));
            feed.append("\" type='q:Text'>").append(random.nextBoolean() ? escaped(text) : cdata(text));
            feed.append("</m></metadata></record>");
        }
        feed.append("</ListRecords></OAI-PMH>");
        List<HarvestedRecord> taken = read(feed.toString(), random);
        assertThat(taken).hasSize(60);
        for (int i = 0; i < taken.size(); i++) {
            Document metadata = dom(taken.get(i).metadataXml());
            assertThat(metadata.getDocumentElement().getTextContent()).isEqualTo(texts.get(i));
            assertThat(metadata.getDocumentElement().getAttribute("a")).isEqualTo(texts.get(i));
            assertThat(metadata.getDocumentElement().lookupNamespaceURI("q")).isEqualTo("urn:q");
            assertThat(metadata.getDocumentElement().getNamespaceURI())
                    .isEqualTo("http://www.openarchives.org/OAI/2.0/");
        }
    }

    private static List<HarvestedRecord> read(String feed, Random random) {
        List<HarvestedRecord> taken = new ArrayList<>();
        new PageReader(1 << 20, new PageListener() {
                    @Override
                    public void readable(HarvestedRecord harvested) {
                        taken.add(harvested);
                    }

                    @Override
                    public void unreadable(String identifier, String reason) {
                        throw new AssertionError(identifier + " " + reason);
                    }
                })
                .read(new InPieces(new StringReader(feed), random));
        return taken;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextInt(4) == 0 ? 20_000 : 200);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static Document dom(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    /** Gives fewer chars than asked for, as a network does. */
    private static final class InPieces extends FilterReader {
        private final Random random;

        InPieces(Reader in, Random random) {
            super(in);
            this.random = random;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return super.read(target, offset, 1 + random.nextInt(Math.min(length, 700)));
        }
    }
}
