package org.vitrail.omezarr;

/** A web server sends objects whole although a part was asked for, and one is too long for that; says what to do. */
public final class RangesNotServed extends ZarrStoreFailure {

    RangesNotServed(String address, long sizeBytes, long mostBytes) {
        super(address + " was sent whole (" + (sizeBytes < 0 ? "more than " + mostBytes : sizeBytes)
                + " bytes) although a part was asked for: the server gives no ranges (RFC 9110 §14), and objects of more than "
                + mostBytes
                + " bytes are not fetched whole. Download the image and give its folder, or have ranges switched"
                + " on at the server");
    }
}
