package org.vitrail.node.ingest;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vitrail.pixels.Channel;
import org.vitrail.schema.dataset.ChannelDescription;

/** Names and colors of channels: as described, else as the file says, unless that could reveal a person. */
final class ChannelNames {
    /** Lets the writer number the channel, and not take the file's name. */
    private static final String NUMBERED = "";

    private static final Channel UNKNOWN = new Channel(null, null);

    private ChannelNames() {}

    static List<Channel> of(List<ChannelDescription> described, List<Channel> ofFile) {
        return IntStream.range(0, Math.max(described.size(), ofFile.size()))
                .mapToObj(i -> {
                    Channel found = i < ofFile.size() ? ofFile.get(i) : UNKNOWN;
                    String name = Objects.requireNonNullElse(HarmlessText.orNull(found.name()), NUMBERED);
                    return i < described.size() ? named(described.get(i), name) : new Channel(name, found.color());
                })
                .toList();
    }

    private static Channel named(ChannelDescription described, String ofFile) {
        return new Channel(described.name() == null ? ofFile : described.name(), described.color());
    }
}
