package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.Error;
import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.verbs.Verb.Argument;
import io.gdcc.xoai.xml.XmlWritable;
import io.gdcc.xoai.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * A response document. OAI-PMH §3.2.
 *
 * @param element name of the element after {@code request}: the verb or {@code error}
 */
record OaiAnswer(String baseUrl, Instant date, Map<String, String> echo, String element, XmlWritable content) {
    private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    static OaiAnswer of(String baseUrl, Instant date, OaiRequest request, XmlWritable content) {
        return new OaiAnswer(baseUrl, date, echo(request), request.verb().displayName(), content);
    }

    /** @param request null where its arguments could not be read */
    static OaiAnswer of(String baseUrl, Instant date, OaiRequest request, OaiError error) {
        Map<String, String> echo = request == null || !error.keepsRequest() ? Map.of() : echo(request);
        Error content = new Error(XmlText.clean(error.getMessage())).withCode(error.code());
        return new OaiAnswer(baseUrl, date, echo, "error", content);
    }

    private static Map<String, String> echo(OaiRequest request) {
        Map<String, String> echo = new LinkedHashMap<>();
        echo.put("verb", request.verb().displayName());
        request.arguments().forEach((argument, value) -> {
            if (argument != Argument.Identifier || AnyUri.isValid(value)) {
                echo.put(argument.toString(), value);
            }
        });
        return echo;
    }

    byte[] toXml() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16384);
        try (XmlWriter writer = new XmlWriter(bytes)) {
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("OAI-PMH");
            writer.writeDefaultNamespace(NAMESPACE);
            writer.writeNamespace("xsi", SCHEMA_INSTANCE);
            writer.writeAttribute(
                    "xsi", SCHEMA_INSTANCE, "schemaLocation", NAMESPACE + " " + NAMESPACE + "OAI-PMH.xsd");
            writer.writeElement("responseDate", date, Granularity.Second);
            writeRequest(writer);
            writer.writeElement(element, content);
            writer.writeEndElement();
            writer.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The answer to " + element + " at " + baseUrl + " cannot be written.", e);
        }
        return bytes.toByteArray();
    }

    private void writeRequest(XmlWriter writer) throws XMLStreamException {
        writer.writeStartElement("request");
        for (Map.Entry<String, String> argument : echo.entrySet()) {
            writer.writeAttribute(argument.getKey(), argument.getValue());
        }
        writer.writeCharacters(baseUrl);
        writer.writeEndElement();
    }
}
