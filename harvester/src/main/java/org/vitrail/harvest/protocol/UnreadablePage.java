package org.vitrail.harvest.protocol;

/** An answer that is not OAI-PMH to its end: cut off, not well-formed, HTML, or with a document type declaration. */
public final class UnreadablePage extends HarvestFault {

    UnreadablePage(String message) {
        super(message);
    }

    UnreadablePage(String message, Throwable cause) {
        super(message, cause);
    }
}
