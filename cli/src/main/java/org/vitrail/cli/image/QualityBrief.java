package org.vitrail.cli.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measures of quality that people ask for first, one line for each channel. docs/formats/image-quality.md has them all. */
final class QualityBrief {

    private QualityBrief() {}

    /** Of the document that stands in the image's attributes; empty when there is none. */
    static List<Map<String, Object>> of(JsonNode quality) {
        List<Map<String, Object>> channels = new ArrayList<>();
        for (JsonNode channel : quality.path("channels")) {
            channels.add(channel(channel));
        }
        return channels;
    }

    private static Map<String, Object> channel(JsonNode channel) {
        Map<String, Object> brief = new LinkedHashMap<>();
        JsonNode saturation = channel.path("saturation");
        if (!saturation.isMissingNode()) {
            double atType = saturation.path("atTypeMaximum").asDouble(0);
            brief.put("saturated", Math.max(atType, saturation.path("atSpike").asDouble()));
        }
        put(brief, "usedBits", channel.path("bitDepth").path("usedBits"));
        put(brief, "noise", channel.path("noise").path("sigma"));
        put(brief, "signalToNoise", channel.path("noise").path("signalToNoise"));
        put(brief, "cornerToCenter", channel.path("flatField").path("cornerToCenter"));
        put(brief, "sharpestSection", channel.path("focus").path("bestSection"));
        put(brief, "logSlopePerTimePoint", channel.path("bleaching").path("logSlopePerTimePoint"));
        return brief;
    }

    private static void put(Map<String, Object> brief, String name, JsonNode value) {
        if (value.isNumber()) {
            brief.put(name, value.numberValue());
        }
    }

    /** Names and values of one channel. */
    static String line(Map<String, Object> entry) {
        StringBuilder line = new StringBuilder();
        entry.forEach((key, value) ->
                line.append(line.isEmpty() ? "" : ", ").append(key).append(' ').append(value));
        return line.toString();
    }
}
