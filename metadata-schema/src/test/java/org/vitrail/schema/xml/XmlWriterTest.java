package org.vitrail.schema.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlWriterTest {
    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    @Test
    void everyLegalCharacterSurvivesInTextAndAttribute() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x3000; c++) {
            all.appendCodePoint(c);
        }
        all.append("😀]]>&amp;<!--\uD800").appendCodePoint(0x10FFFF);
        String xml = new XmlWriter()
                .start("a", "b", all.toString(), "c", null)
                .text(all.toString())
                .end()
                .toString();
        assertThat(parse(xml).getTextContent()).isEqualTo(XmlText.legal(all.toString()));
        assertThat(parse(xml).getAttribute("b")).isEqualTo(XmlText.legal(all.toString()));
        assertThat(parse(xml).hasAttribute("c")).isFalse();
    }

    @Test
    void emptyElementsAreLeftOutOrClosed() {
        XmlWriter xml = new XmlWriter()
                .start("a")
                .element("b", null)
                .element("c", " \u0000")
                .element("d", "x");
        assertThat(xml.start("e").end().end().toString()).isEqualTo("<a><d>x</d><e/></a>");
    }

    @Test
    void openElementIsNoDocument() {
        assertThatThrownBy(() -> new XmlWriter().start("a").toString()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void illegalCharactersAreDropped() {
        assertThat(XmlText.legal("a\u0000b\uD83Dc\uDE00d\uFFFFe😀")).isEqualTo("abcde😀");
        assertThat(XmlText.legal(null)).isNull();
        String clean = "already legal";
        assertThat(XmlText.legal(clean)).isSameAs(clean);
    }

    @Test
    void parsersTakeAnyNumberOfMarkupCharacters() throws Exception {
        String text = "<&>".repeat(200_000);
        String xml = new XmlWriter().start("a").text(text).end().toString();
        assertThat(parse(xml).getTextContent().equals(text)).isTrue();
    }
}
