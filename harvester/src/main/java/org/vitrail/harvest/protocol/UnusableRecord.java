package org.vitrail.harvest.protocol;

/** One record's fault; its element has been read past, so the page goes on behind it. */
final class UnusableRecord extends HarvestFault {

    UnusableRecord(String message) {
        super(message);
    }
}
