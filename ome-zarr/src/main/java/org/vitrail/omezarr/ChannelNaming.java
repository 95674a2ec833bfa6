package org.vitrail.omezarr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrail.omezarr.render.ChannelColors;
import org.vitrail.omezarr.render.ChannelRanges;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

/** Names, colors and windows of an image's channels: as told, else as the source has them, else made up. */
final class ChannelNaming {

    private final PixelSource source;
    private final List<Channel> told;

    ChannelNaming(PixelSource source, List<Channel> told) {
        this.source = source;
        this.told = told;
    }

    List<ChannelRendering> channels(ChannelRanges ranges) {
        List<Channel> named = named();
        boolean rgb = source.metadata().rgb();
        List<String> colors =
                ChannelColors.of(named.stream().map(Channel::color).toList(), rgb && named.size() == 3);
        List<ChannelRendering> channels = new ArrayList<>();
        for (int c = 0; c < named.size(); c++) {
            ChannelRanges.Range range = ranges.range(c);
            boolean picture = rgb && source.type() == PixelType.UINT8;
            String label = named.get(c).name();
            channels.add(new ChannelRendering(
                    label == null || label.isBlank() ? defaultLabel(c) : label,
                    colors.get(c),
                    picture ? 0 : range.start(),
                    picture ? 255 : range.end(),
                    range.min(),
                    range.max()));
        }
        return channels;
    }

    private String defaultLabel(int c) {
        return source.metadata().rgb() ? Channel.RED_GREEN_BLUE.get(c % 3).name() : "Channel " + (c + 1);
    }

    /** Told names and colors before the source's, field by field. */
    private List<Channel> named() {
        List<Channel> found = source.metadata().channels();
        return IntStream.range(0, source.shape().c())
                .mapToObj(c -> {
                    Channel first = c < told.size() ? told.get(c) : new Channel(null, null);
                    Channel second = c < found.size() ? found.get(c) : new Channel(null, null);
                    return new Channel(
                            first.name() != null ? first.name() : second.name(),
                            first.color() != null ? first.color() : second.color());
                })
                .toList();
    }
}
