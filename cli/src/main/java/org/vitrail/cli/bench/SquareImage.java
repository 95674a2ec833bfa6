package org.vitrail.cli.bench;

import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** One square plane of uint16 that is computed where it is read; nothing is to be closed. */
abstract class SquareImage implements PixelSource {

    private final long side;

    SquareImage(long side) {
        this.side = side;
    }

    @Override
    public final PixelShape shape() {
        return new PixelShape(1, 1, 1, side, side);
    }

    @Override
    public final PixelType type() {
        return PixelType.UINT16;
    }

    @Override
    public final SourceMetadata metadata() {
        return SourceMetadata.ofAxes("yx");
    }

    @Override
    public final void close() {}
}
