package org.vitrail.pixels.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteOrder;
import java.util.Optional;
import org.vitrail.pixels.PixelType;

/** How samples are stored. HDF5 format specification §IV.A.2.d. */
record StoredType(PixelType type, ByteOrder order) {

    /** Empty for what is no pixel: texts, compounds, numbers of odd sizes. Enumerations of one byte are h5py's booleans. */
    static Optional<StoredType> of(DataType stored) {
        if (stored instanceof EnumDataType named
                && named.getBaseType() instanceof FixedPoint base
                && base.getSize() == 1) {
            return Optional.of(new StoredType(PixelType.UINT8, base.getByteOrder()));
        }
        if (stored instanceof FixedPoint integer
                && integer.getBitOffset() == 0
                && integer.getBitPrecision() == 8 * integer.getSize()) {
            return integer(integer.getSize(), integer.isSigned())
                    .map(type -> new StoredType(type, integer.getByteOrder()));
        }
        if (stored instanceof FloatingPoint real && real.getBitOffset() == 0) {
            return floating(real).map(type -> new StoredType(type, real.getByteOrder()));
        }
        return Optional.empty();
    }

    private static Optional<PixelType> integer(int size, boolean signed) {
        return switch (size) {
            case 1 -> Optional.of(signed ? PixelType.INT8 : PixelType.UINT8);
            case 2 -> Optional.of(signed ? PixelType.INT16 : PixelType.UINT16);
            case 4 -> Optional.of(signed ? PixelType.INT32 : PixelType.UINT32);
            case 8 -> Optional.of(signed ? PixelType.INT64 : PixelType.UINT64);
            default -> Optional.empty();
        };
    }

    private static Optional<PixelType> floating(FloatingPoint real) {
        if (real.getSize() == 4 && real.getMantissaSize() == 23 && real.getExponentSize() == 8) {
            return Optional.of(PixelType.FLOAT32);
        }
        if (real.getSize() == 8 && real.getMantissaSize() == 52 && real.getExponentSize() == 11) {
            return Optional.of(PixelType.FLOAT64);
        }
        return Optional.empty();
    }

    /** Turns samples into little-endian, in place. */
    void toLittleEndian(byte[] samples) {
        int size = type.bytes();
        if (order == ByteOrder.LITTLE_ENDIAN || size == 1) {
            return;
        }
        for (int at = 0; at + size <= samples.length; at += size) {
            for (int i = 0; i < size / 2; i++) {
                byte one = samples[at + i];
                samples[at + i] = samples[at + size - 1 - i];
                samples[at + size - 1 - i] = one;
            }
        }
    }
}
