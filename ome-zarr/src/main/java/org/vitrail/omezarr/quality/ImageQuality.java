package org.vitrail.omezarr.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Numbers with their methods. docs/formats/image-quality.md.
 *
 * @param channels in the order of c; at most {@value #MOST_CHANNELS}, those beyond are not measured
 */
public record ImageQuality(List<ChannelQuality> channels) {

    /** Rises when a measure is added, left out or changed. */
    public static final String VERSION = "vitrail-quality-1";

    /** Channels that are measured. */
    public static final int MOST_CHANNELS = 64;

    /** Copies the list. */
    public ImageQuality {
        channels = List.copyOf(channels);
    }

    /** As it stands in the image's attributes: {@code {"version", "channels": [{measure: {"method", …}}]}}. */
    public ObjectNode toJson() {
        ObjectNode quality = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        ArrayNode all = quality.putArray("channels");
        channels.forEach(channel -> all.add(channel.toJson()));
        return quality;
    }
}
