package org.vitrail.harvest.protocol;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one {@code <record>} (OAI-PMH 2.0 §2.5). The first fault is kept and reading goes on to the record's end, so
 * that it costs this record only and its identifier can be named.
 */
final class RecordReader {

    private final XMLStreamReader xml;
    private final NamespaceScope scope;
    private final MetadataCapture capture;

    private String identifier;
    private String datestamp;
    private final List<String> sets = new ArrayList<>();
    private boolean deleted;
    private String metadata;
    private String fault;

    RecordReader(XMLStreamReader xml, NamespaceScope scope, int recordChars) {
        this.xml = xml;
        this.scope = scope;
        this.capture = new MetadataCapture(xml, recordChars);
    }

    /** Reads from the record's start to its end and tells the listener. */
    void read(long place, PageListener listener) throws XMLStreamException {
        scope.enter(xml);
        while (xml.next() != END_ELEMENT) {
            if (xml.getEventType() == START_ELEMENT) {
                child();
            } else {
                SmallText.refuseEntity(xml.getEventType(), xml);
            }
        }
        scope.leave();
        tell(place, listener);
    }

    private void child() throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "header" -> header();
            case "metadata" -> metadata();
            default -> SmallText.skip(xml);
        }
    }

    private void header() throws XMLStreamException {
        deleted = "deleted".equals(xml.getAttributeValue(null, "status"));
        while (xml.next() != END_ELEMENT) {
            if (xml.getEventType() == START_ELEMENT) {
                headerField();
            }
        }
    }

    private void headerField() throws XMLStreamException {
        try {
            switch (xml.getLocalName()) {
                case "identifier" -> identifier = SmallText.read(xml);
                case "datestamp" -> datestamp = SmallText.read(xml);
                case "setSpec" -> sets.add(SmallText.read(xml));
                default -> SmallText.skip(xml);
            }
        } catch (UnusableRecord e) {
            keep(e.getMessage());
        }
    }

    private void metadata() throws XMLStreamException {
        scope.enter(xml);
        while (xml.next() != END_ELEMENT) {
            if (xml.getEventType() != START_ELEMENT) {
                SmallText.refuseEntity(xml.getEventType(), xml);
            } else if (metadata != null || fault != null) {
                SmallText.skip(xml);
                keep("its metadata have more than one root element");
            } else {
                captureRoot();
            }
        }
        scope.leave();
    }

    private void captureRoot() throws XMLStreamException {
        try {
            metadata = capture.copy(scope.declarations());
        } catch (UnusableRecord e) {
            keep(e.getMessage());
        }
    }

    private void keep(String reason) {
        if (fault == null) {
            fault = reason;
        }
    }

    private void tell(long place, PageListener listener) {
        String name = identifier == null || identifier.isEmpty() ? "record " + place + " of its page" : identifier;
        Optional<Instant> changed = datestamp == null ? Optional.empty() : Granularity.parse(datestamp);
        if (identifier == null || identifier.isEmpty()) {
            keep("it has no identifier");
        } else if (changed.isEmpty()) {
            keep("its datestamp \"" + datestamp + "\" is not a date; YYYY-MM-DDThh:mm:ssZ is expected");
        } else if (!deleted && metadata == null) {
            keep("it has no metadata and is not marked as deleted");
        }
        if (fault != null && !(deleted && identifier != null && changed.isPresent())) {
            listener.unreadable(name, fault);
        } else {
            listener.readable(
                    new HarvestedRecord(identifier, changed.orElseThrow(), sets, deleted, deleted ? null : metadata));
        }
    }
}
