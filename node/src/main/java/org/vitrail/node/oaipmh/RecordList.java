package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.xml.XmlWritable;
import io.gdcc.xoai.xml.XmlWriter;
import io.gdcc.xoai.xmlio.exceptions.XmlWriteException;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * A page of headers or records. XOAI's own list verbs write the token from an offset, which we have none of.
 *
 * @param element {@code header} or {@code record}
 * @param token null where the whole list fits in one answer, empty on the last page, OAI-PMH §3.5
 * @param expiry of the token; null without one
 */
record RecordList(String element, List<? extends XmlWritable> entries, String token, Instant expiry)
        implements XmlWritable {

    @Override
    public void write(XmlWriter writer) throws XmlWriteException {
        for (XmlWritable entry : entries) {
            writer.writeElement(element, entry);
        }
        try {
            writeToken(writer);
        } catch (XmlWriteException e) {
            throw e;
        } catch (XMLStreamException e) {
            throw new XmlWriteException(e);
        }
    }

    private void writeToken(XmlWriter writer) throws XMLStreamException, XmlWriteException {
        if (token == null) {
            return;
        }
        writer.writeStartElement("resumptionToken");
        if (!token.isEmpty()) {
            writer.writeAttribute("expirationDate", expiry, Granularity.Second);
            writer.writeCharacters(token);
        }
        writer.writeEndElement();
    }
}
