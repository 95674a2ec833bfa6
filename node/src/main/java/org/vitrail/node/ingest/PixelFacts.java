package org.vitrail.node.ingest;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrail.omezarr.ChannelRendering;
import org.vitrail.omezarr.PixelSpacing;
import org.vitrail.omezarr.WrittenImage;
import org.vitrail.schema.dataset.ChannelDescription;
import org.vitrail.schema.dataset.ImageDescription;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PixelSize;

/** What is said of an image's pixels once they are written. */
final class PixelFacts {
    private static final String NGFF_VERSION = "0.5";

    private static final ChannelDescription UNDESCRIBED = new ChannelDescription(null, null, null);

    private PixelFacts() {}

    static PixelDescription of(WrittenImage written, ImageDescription described, PixelSpacing spacing) {
        boolean known = spacing.x() != null || spacing.y() != null || spacing.z() != null;
        return new PixelDescription(
                written.type().numpyName(),
                written.shape().t(),
                (int) written.shape().c(),
                written.shape().z(),
                written.shape().y(),
                written.shape().x(),
                known ? new PixelSize(spacing.x(), spacing.y(), spacing.z()) : null,
                channels(written.channels(), described.channels()),
                NGFF_VERSION);
    }

    private static List<ChannelDescription> channels(
            List<ChannelRendering> written, List<ChannelDescription> described) {
        return IntStream.range(0, written.size())
                .mapToObj(i -> (i < described.size() ? described.get(i) : UNDESCRIBED)
                        .shownAs(written.get(i).label(), written.get(i).color()))
                .toList();
    }
}
