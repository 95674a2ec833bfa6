package org.vitrail.omezarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.LabelImage;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** One image of an OME-Zarr at full resolution; its metadata are read when they are first needed. */
public final class ZarrImage implements PixelSource {

    private final OmeZarrImages images;
    private final int number;
    private volatile Facts facts;

    /** What stays known when the reader is not kept. */
    private record Facts(PixelShape shape, PixelType type, SourceMetadata metadata) {}

    ZarrImage(OmeZarrImages images, int number) {
        this.images = images;
        this.number = number;
    }

    private Facts facts() {
        Facts known = facts;
        if (known == null) {
            PixelSource full = images.reader(number).level(0);
            known = new Facts(full.shape(), full.type(), full.metadata());
            facts = known;
        }
        return known;
    }

    @Override
    public PixelShape shape() {
        return facts().shape;
    }

    @Override
    public PixelType type() {
        return facts().type;
    }

    @Override
    public SourceMetadata metadata() {
        return facts().metadata;
    }

    @Override
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        images.reader(number).level(0).read(t, c, z, y, x, height, width, destination);
    }

    @Override
    public List<LabelImage> labels() {
        OmeZarrReader reader = images.reader(number);
        List<LabelImage> labels = new ArrayList<>();
        for (String name : reader.labels()) {
            labels.add(new LabelImage(name, reader.label(name).level(0)));
        }
        return List.copyOf(labels);
    }

    @Override
    public void close() {}
}
