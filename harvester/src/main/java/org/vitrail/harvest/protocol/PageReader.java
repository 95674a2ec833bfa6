package org.vitrail.harvest.protocol;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one answer of a repository, handing on each record as soon as its end is seen. One object an answer.
 *
 * <p>Elements are known by their local names alone: some repositories misspell the namespace.
 */
public final class PageReader {

    private static final XMLInputFactory FACTORY = factory();

    private final int recordChars;
    private final PageListener listener;
    private final NamespaceScope scope = new NamespaceScope();
    private final List<OaiError> errors = new ArrayList<>();

    private XMLStreamReader xml;
    private String responseDate;
    private Granularity granularity;
    private boolean answered;
    private long offered;
    private String token;
    private String completeListSize;
    private String cursor;

    /** @param recordChars of one record's metadata at most */
    public PageReader(int recordChars, PageListener listener) {
        this.recordChars = recordChars;
        this.listener = listener;
    }

    /**
     * The JDK's own parser, whatever else is on the class path. Text comes in pieces, which are joined here: the parser's
     * coalescing would hold a text of any length before the limit of a record could be applied. The JDK's limits against
     * entity attacks count {@code &amp;} too and would stop honest pages at 100 000; without a DTD they guard nothing.
     */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        factory.setProperty("jdk.xml.elementAttributeLimit", "10000");
        factory.setProperty("jdk.xml.maxElementDepth", "10000");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /**
     * Reads to the root's end.
     *
     * @throws UnreadablePage when the answer is not OAI-PMH to its end; records before that place have been handed on
     */
    public Page read(Reader text) {
        try {
            xml = FACTORY.createXMLStreamReader(text);
            root();
            xml.close();
        } catch (XMLStreamException e) {
            throw new UnreadablePage("The answer breaks off or is not well-formed: " + firstLine(e), e);
        }
        if (!answered && errors.isEmpty()) {
            throw new UnreadablePage("The answer is OAI-PMH, but neither the list asked for nor an error.");
        }
        return new Page(
                Optional.ofNullable(responseDate).flatMap(Granularity::parse),
                Optional.ofNullable(granularity),
                List.copyOf(errors),
                offered,
                Optional.ofNullable(token).filter(t -> !t.isEmpty()),
                number(completeListSize),
                number(cursor));
    }

    private void root() throws XMLStreamException {
        while (xml.next() != START_ELEMENT) {
            if (xml.getEventType() == DTD) {
                throw new UnreadablePage("The answer has a document type declaration, as HTML pages and attacks have;"
                        + " OAI-PMH has none.");
            }
        }
        if (!xml.getLocalName().equals("OAI-PMH")) {
            throw new UnreadablePage("The answer is a <" + xml.getLocalName() + ">, not OAI-PMH.");
        }
        scope.enter(xml);
        while (xml.next() != END_ELEMENT) {
            if (xml.getEventType() == START_ELEMENT) {
                verb();
            } else {
                SmallText.refuseEntity(xml.getEventType(), xml);
            }
        }
    }

    private void verb() throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "responseDate" -> responseDate = small();
            case "error" ->
                errors.add(new OaiError(NamespaceScope.orEmpty(xml.getAttributeValue(null, "code")), small()));
            case "Identify", "ListRecords" -> {
                answered = true;
                scope.enter(xml);
                while (xml.next() != END_ELEMENT) {
                    if (xml.getEventType() == START_ELEMENT) {
                        item();
                    } else {
                        SmallText.refuseEntity(xml.getEventType(), xml);
                    }
                }
                scope.leave();
            }
            default -> SmallText.skip(xml);
        }
    }

    private void item() throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "record" -> new RecordReader(xml, scope, recordChars).read(++offered, listener);
            case "resumptionToken" -> {
                completeListSize = xml.getAttributeValue(null, "completeListSize");
                cursor = xml.getAttributeValue(null, "cursor");
                token = small();
            }
            case "granularity" -> granularity = Granularity.of(small());
            default -> SmallText.skip(xml);
        }
    }

    private String small() throws XMLStreamException {
        try {
            return SmallText.read(xml);
        } catch (UnusableRecord e) {
            throw new UnreadablePage("The answer cannot be used: " + e.getMessage() + ".");
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String firstLine(XMLStreamException e) {
        String place =
                e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNumber() + ")";
        String message = NamespaceScope.orEmpty(e.getMessage()).replaceAll("(?s).*Message: ", "");
        return message.lines().findFirst().orElse("no reason given") + place;
    }
}
