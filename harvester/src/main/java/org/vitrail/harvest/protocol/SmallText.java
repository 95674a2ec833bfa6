package org.vitrail.harvest.protocol;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads elements whose text is small (identifiers, dates, tokens) and passes by those that nobody asked for. */
final class SmallText {

    private static final int LONGEST = 64 << 10;

    private SmallText() {}

    /**
     * Text of the element on whose start the reader stands, without markup and blanks around it; leaves the reader on
     * its end.
     *
     * @throws UnusableRecord when it is longer than 65 536 chars; the reader stands on its end all the same
     */
    static String read(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case START_ELEMENT -> depth++;
                case END_ELEMENT -> depth--;
                case CHARACTERS, CDATA, SPACE -> {
                    tooLong |= text.length() + xml.getTextLength() > LONGEST;
                    if (!tooLong) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> refuseEntity(xml.getEventType(), xml);
            }
        }
        if (tooLong) {
            throw new UnusableRecord("its " + name + " is longer than " + LONGEST + " characters");
        }
        return text.toString().strip();
    }

    /** Moves from an element's start to its end. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case START_ELEMENT -> depth++;
                case END_ELEMENT -> depth--;
                default -> refuseEntity(xml.getEventType(), xml);
            }
        }
    }

    /** An entity that survived the parser was never declared: what it stands for is unknown, and dropping it would lie. */
    static void refuseEntity(int event, XMLStreamReader xml) {
        if (event == ENTITY_REFERENCE) {
            throw new UnreadablePage(
                    "The answer uses the entity &" + xml.getLocalName() + ";, which XML does not know.");
        }
    }
}
