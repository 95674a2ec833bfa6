package org.vitrail.pixels.dicom.data;

import java.nio.ByteOrder;

/**
 * How elements are written. PS3.5 §7.1, Annex A.
 *
 * @param explicit true when each element names its value representation
 * @param order of numbers
 */
public record Syntax(boolean explicit, ByteOrder order) {

    /** Implicit VR little endian, also the inside of sequences of unknown representation (PS3.5 §6.2.2 note 2). */
    public static final Syntax IMPLICIT = new Syntax(false, ByteOrder.LITTLE_ENDIAN);

    /** Explicit VR little endian. */
    public static final Syntax EXPLICIT = new Syntax(true, ByteOrder.LITTLE_ENDIAN);

    /** Explicit VR big endian (retired). */
    public static final Syntax BIG_ENDIAN = new Syntax(true, ByteOrder.BIG_ENDIAN);

    /** True when numbers begin with their highest byte. */
    public boolean isBigEndian() {
        return order == ByteOrder.BIG_ENDIAN;
    }
}
