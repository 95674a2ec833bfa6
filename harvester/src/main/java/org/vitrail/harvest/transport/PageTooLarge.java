package org.vitrail.harvest.transport;

import java.io.IOException;

/** An answer, or one tag in it, beyond its limit: asking again would bring the same. */
public final class PageTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    PageTooLarge(String message) {
        super(message);
    }
}
