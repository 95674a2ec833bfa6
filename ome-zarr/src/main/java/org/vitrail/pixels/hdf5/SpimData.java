package org.vitrail.pixels.hdf5;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrail.pixels.UnreadableImage;

/** The view setups of a BigDataViewer XML; document types and entities are refused. SpimData 0.2 §ViewSetups. */
final class SpimData {

    private static final long MOST_BYTES = 64L << 20;
    private static final int DEEPEST = 64;
    private static final Map<String, Double> MICROMETER = Map.of(
            "µm",
            1.0,
            "μm",
            1.0,
            "um",
            1.0,
            "micron",
            1.0,
            "micrometer",
            1.0,
            "microns",
            1.0,
            "nm",
            1e-3,
            "mm",
            1e3,
            "m",
            1e6);

    private final Map<Integer, ViewSetup> setups = new LinkedHashMap<>();
    private final Map<String, String> channelNames = new HashMap<>();
    private final ArrayDeque<String> path = new ArrayDeque<>();
    private Map<String, String> attributes = new HashMap<>();
    private Map<String, String> fields = new HashMap<>();

    private SpimData() {}

    /**
     * Setups by their id.
     *
     * @throws UnreadableImage when it is no well-formed XML, or larger than 64 MiB
     */
    static Map<Integer, ViewSetup> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableImage(
                    file.getFileName() + " is larger than 64 MiB, too large for a description. Is it the right file?");
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        SpimData data = new SpimData();
        try (InputStream bytes = Files.newInputStream(file)) {
            data.read(factory.createXMLStreamReader(bytes));
        } catch (XMLStreamException | NumberFormatException broken) {
            throw new UnreadableImage(
                    "%s is no sound BigDataViewer XML: %s. Save it again from Fiji."
                            .formatted(file.getFileName(), broken.getMessage().replace('\n', ' ')),
                    broken);
        }
        return data.named();
    }

    private Map<Integer, ViewSetup> named() {
        Map<Integer, ViewSetup> named = new LinkedHashMap<>();
        setups.forEach((id, setup) -> named.put(
                id,
                new ViewSetup(
                        id,
                        setup.name(),
                        channelNames.get(setup.attributes().getOrDefault("channel", "")),
                        setup.micrometer(),
                        setup.attributes())));
        return named;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        String family = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    path.addLast(xml.getLocalName());
                    if (path.size() > DEEPEST) {
                        throw new XMLStreamException("nested more than " + DEEPEST + " deep");
                    }
                    if (xml.getLocalName().equals("Attributes")) {
                        String name = xml.getAttributeValue(null, "name");
                        family = name == null ? "" : name;
                    }
                }
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(String.join("/", path), text.toString().strip(), family);
                    path.removeLast();
                    text.setLength(0);
                }
                default -> {}
            }
        }
    }

    private void end(String place, String text, String family) {
        String inside = place.contains("ViewSetups/") ? place.substring(place.lastIndexOf("ViewSetups/") + 11) : "";
        if (inside.matches("ViewSetup/(id|name|voxelSize/unit|voxelSize/size)")) {
            fields.put(inside.substring(10), text);
        } else if (inside.matches("ViewSetup/attributes/\\w+")) {
            attributes.put(inside.substring(21), text);
        } else if (inside.equals("ViewSetup")) {
            setup();
        } else if (inside.matches("Attributes/\\w+/(id|name)")) {
            fields.put(inside.substring(inside.lastIndexOf('/') + 1), text);
        } else if (inside.matches("Attributes/\\w+")) {
            if (family.equals("channel") && fields.containsKey("id") && fields.containsKey("name")) {
                channelNames.put(fields.get("id"), fields.get("name"));
            }
            fields = new HashMap<>();
        }
    }

    private void setup() {
        int id = Integer.parseInt(fields.getOrDefault("id", ""));
        List<Double> micrometer = new ArrayList<>();
        Double factor = MICROMETER.get(fields.getOrDefault("voxelSize/unit", ""));
        String[] sizes = fields.getOrDefault("voxelSize/size", "").split("\\s+");
        if (factor != null && sizes.length == 3) {
            for (String size : sizes) {
                micrometer.add(Double.parseDouble(size) * factor);
            }
        }
        setups.put(id, new ViewSetup(id, fields.get("name"), null, micrometer, attributes));
        fields = new HashMap<>();
        attributes = new HashMap<>();
    }
}
