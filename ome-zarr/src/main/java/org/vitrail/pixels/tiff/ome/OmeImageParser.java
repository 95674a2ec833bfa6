package org.vitrail.pixels.tiff.ome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.WellPosition;
import org.vitrail.pixels.tiff.ome.OmeImage.PixelSizes;
import org.vitrail.pixels.tiff.ome.OmeImage.TiffData;

/** Collects one Image element with its Pixels, Channels and TiffData. */
final class OmeImageParser {

    private static final Set<String> ORDERS = Set.of("XYZCT", "XYZTC", "XYCZT", "XYCTZ", "XYTZC", "XYTCZ");

    /** OME model 2016-06, UnitsTime, from nanoseconds to days. */
    private static final Map<String, Double> SECONDS = Map.of(
            "ns", 1e-9, "µs", 1e-6, "ms", 1e-3, "cs", 1e-2, "ds", 0.1, "s", 1.0, "min", 60.0, "h", 3600.0, "d",
            86_400.0);

    private final XMLStreamReader xml;
    private final String id;
    private final String name;
    private final List<Channel> channels = new ArrayList<>();
    private final List<TiffData> blocks = new ArrayList<>();
    private final List<String> annotations = new ArrayList<>();
    private String order;
    private int[] sizes;
    private PixelSizes pixelSizes;
    private int samplesPerPixel = 1;
    private String fileOfBlock;

    /** The reader stands at the Image's start. */
    OmeImageParser(XMLStreamReader xml) {
        this.xml = xml;
        this.id = attribute("ID", null);
        this.name = attribute("Name", null);
    }

    String id() {
        return id;
    }

    List<String> annotations() {
        return annotations;
    }

    boolean hasPixels() {
        return sizes != null;
    }

    OmeImage image(WellPosition well, List<OmeModulo> modulos) {
        return new OmeImage(
                name,
                order,
                sizes[0],
                sizes[1],
                sizes[2],
                samplesPerPixel,
                pixelSizes,
                channels,
                blocks,
                modulos,
                well);
    }

    void start(String element) {
        switch (element) {
            case "Pixels" -> pixels();
            case "Channel" -> channel();
            case "TiffData" -> tiffData();
            case "MetadataOnly" -> sizes = null; // the pixels were left out
            case "UUID" -> fileOfBlock = attribute("FileName", null);
            default -> {}
        }
    }

    void end(String element, String text) {
        if (element.equals("UUID") && !blocks.isEmpty()) {
            String uuid = text.isBlank() ? null : text.strip();
            blocks.add(blocks.remove(blocks.size() - 1).in(fileOfBlock, uuid));
        }
    }

    private void pixels() {
        order = attribute("DimensionOrder", "XYZCT").toUpperCase(Locale.ROOT);
        if (!ORDERS.contains(order)) {
            throw new IllegalArgumentException("DimensionOrder is " + order);
        }
        order = order.substring(2);
        sizes = new int[] {number("SizeC", 1), number("SizeZ", 1), number("SizeT", 1)};
        pixelSizes = new PixelSizes(physical("X"), physical("Y"), physical("Z"), timeStep());
    }

    private Double physical(String axis) {
        String text = attribute("PhysicalSize" + axis, null);
        if (text == null) {
            return null;
        }
        try {
            double length = Double.parseDouble(text.strip());
            return LengthUnits.micrometer(length, attribute("PhysicalSize" + axis + "Unit", "µm"));
        } catch (NumberFormatException unknown) {
            return null; // pixels can be read without
        }
    }

    private Double timeStep() {
        String text = attribute("TimeIncrement", null);
        try {
            double factor = SECONDS.getOrDefault(attribute("TimeIncrementUnit", "s"), Double.NaN);
            return text == null ? null : Double.valueOf(Double.parseDouble(text.strip()) * factor);
        } catch (NumberFormatException unknown) {
            return null; // pixels can be read without
        }
    }

    private void channel() {
        int samples = number("SamplesPerPixel", 1);
        if (!channels.isEmpty() && samples != samplesPerPixel) {
            throw new IllegalArgumentException("its channels have " + samplesPerPixel + " and " + samples
                    + " samples a pixel; channels of one kind are read");
        }
        samplesPerPixel = samples;
        channels.add(new Channel(attribute("Name", null), color()));
    }

    private String color() {
        try {
            String rgba = attribute("Color", null);
            return rgba == null ? null : String.format("%06X", (int) (Long.parseLong(rgba.strip()) >>> 8) & 0xffffff);
        } catch (NumberFormatException unknown) {
            return null;
        }
    }

    private void tiffData() {
        boolean named = attribute("IFD", null) != null;
        int planes = count("PlaneCount", count("NumPlanes", named ? 1 : -1));
        blocks.add(new TiffData(
                count("IFD", 0),
                count("FirstC", 0),
                count("FirstZ", 0),
                count("FirstT", 0),
                planes == 0 ? -1 : planes,
                null,
                null));
    }

    private int number(String attribute, int absent) {
        int value = count(attribute, absent);
        if (value < 1) {
            throw new IllegalArgumentException(attribute + " is " + value);
        }
        return value;
    }

    private int count(String attribute, int absent) {
        String text = attribute(attribute, null);
        return text == null ? absent : Integer.parseInt(text.strip());
    }

    private String attribute(String attribute, String absent) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? absent : value;
    }
}
