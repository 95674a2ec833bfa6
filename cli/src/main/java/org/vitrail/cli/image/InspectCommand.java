package org.vitrail.cli.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vitrail.omezarr.ArrayStorage;
import org.vitrail.omezarr.ChannelRendering;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.omezarr.ScaleLevel;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.SourceMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what an OME-Zarr holds; exit code 0 done, 1 when it cannot be read. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shape, levels, storage, channels and labels of an OME-Zarr 0.4 or 0.5 folder or address.")
public final class InspectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH|URL", description = "folder or http(s) address of the image")
    private String place;

    @Option(names = "--digest", description = "also read every pixel and print the digest, of the labels too")
    private boolean digest;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try {
            Map<String, Object> found = describe(OmeZarrReader.open(ZarrPlace.store(place, spec)));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(found));
            } else {
                print(out, "", found);
            }
            out.flush();
            return 0;
        } catch (PixelsException unreadable) {
            spec.commandLine().getErr().println(unreadable.getMessage());
            return 1;
        }
    }

    private Map<String, Object> describe(OmeZarrReader image) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        PixelSource full = image.level(0);
        SourceMetadata metadata = full.metadata();
        found.put("name", image.name());
        found.put("axes", image.axes());
        found.put("shape", full.shape().toString());
        found.put("dtype", full.type().numpyName());
        putIfKnown(found, "pixelSizeXMicrometer", metadata.pixelSizeX());
        putIfKnown(found, "pixelSizeYMicrometer", metadata.pixelSizeY());
        putIfKnown(found, "pixelSizeZMicrometer", metadata.pixelSizeZ());
        List<Object> levels = new ArrayList<>();
        for (int i = 0; i < image.levels().size(); i++) {
            levels.add(level(image, i));
        }
        found.put("levels", levels);
        if (!image.channels().isEmpty()) {
            found.put(
                    "channels",
                    image.channels().stream().map(InspectCommand::channel).toList());
        }
        if (digest) {
            found.put("digest", PixelDigest.of(full));
        }
        Map<String, Object> labels = new LinkedHashMap<>();
        for (String name : image.labels()) {
            labels.put(name, describe(image.label(name)));
        }
        if (!labels.isEmpty()) {
            found.put("labels", labels);
        }
        return found;
    }

    private static Map<String, Object> level(OmeZarrReader image, int number) {
        ScaleLevel level = image.levels().get(number);
        ArrayStorage storage = image.storage(number);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("path", level.path());
        found.put("shape", level.shape().toString());
        found.put("factor", level.factorZ() + "x" + level.factorY() + "x" + level.factorX());
        found.put("chunk", storage.chunk());
        found.put("shard", storage.shard());
        found.put("codecs", storage.codecs());
        return found;
    }

    private static Map<String, Object> channel(ChannelRendering channel) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("label", channel.label());
        found.put("color", channel.color());
        found.put("window", List.of(channel.start(), channel.end()));
        found.put("range", List.of(channel.min(), channel.max()));
        return found;
    }

    private static void putIfKnown(Map<String, Object> found, String key, Object value) {
        if (value != null) {
            found.put(key, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void print(PrintWriter out, String indent, Map<String, Object> found) {
        found.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map) {
                out.println(indent + key + ":");
                print(out, indent + "  ", (Map<String, Object>) map);
            } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
                out.println(indent + key + ":");
                list.forEach(entry -> out.println(indent + "  " + line((Map<String, Object>) entry)));
            } else {
                out.println(indent + key + ": " + value);
            }
        });
    }

    private static String line(Map<String, Object> entry) {
        StringBuilder line = new StringBuilder();
        entry.forEach((key, value) ->
                line.append(line.isEmpty() ? "" : ", ").append(key).append(' ').append(value));
        return line.toString();
    }
}
