package org.vitrail.pixels.tiff.ome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrail.pixels.WellPosition;

/** Walks an OME-XML document once. Plates and annotations may stand before or after the images that they belong to. */
final class OmeParser {

    private static final int MOST_IMAGES = 100_000;
    private static final int MOST_KEPT = 1_000_000;
    private static final Set<String> KEPT =
            Set.of("TiffData", "Channel", "ImageRef", "AnnotationRef", "Label", "XMLAnnotation");

    private final XMLStreamReader xml;
    private final List<OmeImageParser> images = new ArrayList<>();
    private final Map<String, WellPosition> wells = new HashMap<>();
    private final OmeModuloParser modulos;
    private final StringBuilder text = new StringBuilder();
    private String uuid;
    private String metadataFile;
    private String plate;
    private int row;
    private int column;
    private int field;
    private OmeImageParser image;
    private int depth;
    private int imageDepth;
    private int kept;

    OmeParser(XMLStreamReader xml) {
        this.xml = xml;
        this.modulos = new OmeModuloParser(xml);
    }

    OmeDocument parse() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                    start(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(xml.getLocalName());
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
        if (images.isEmpty() && metadataFile == null) {
            throw new IllegalArgumentException("it describes no Pixels");
        }
        return new OmeDocument(
                uuid,
                metadataFile,
                images.stream()
                        .map(parsed -> parsed.image(wells.get(parsed.id()), modulos.of(parsed.annotations())))
                        .toList());
    }

    private void start(String element) {
        if (KEPT.contains(element) && ++kept > MOST_KEPT) {
            throw new IllegalArgumentException("it has more than " + MOST_KEPT + " channels and places of planes");
        }
        switch (element) {
            case "OME" -> uuid = attribute("UUID");
            case "BinaryOnly" -> metadataFile = attribute("MetadataFile");
            case "Image" -> startImage();
            case "Plate" -> plate = attribute("Name");
            case "Well" -> {
                row = number("Row");
                column = number("Column");
                field = 0;
            }
            case "ImageRef" -> {
                if (field >= 0 && row >= 0 && column >= 0 && attribute("ID") != null && image == null) {
                    wells.putIfAbsent(attribute("ID"), new WellPosition(plate, row, column, field++));
                }
            }
            case "AnnotationRef" -> {
                if (image != null && depth == imageDepth + 1) {
                    image.annotations().add(attribute("ID"));
                }
            }
            default -> {
                if (image != null) {
                    image.start(element);
                } else {
                    modulos.start(element);
                }
            }
        }
    }

    private void startImage() {
        image = new OmeImageParser(xml);
        imageDepth = depth;
        if (images.size() == MOST_IMAGES) {
            throw new IllegalArgumentException("it describes more than " + MOST_IMAGES + " images");
        }
    }

    private void end(String element) {
        if (element.equals("Image") && image != null && depth == imageDepth) {
            if (image.hasPixels()) {
                images.add(image);
            }
            image = null;
        } else if (image != null) {
            image.end(element, text.toString());
        } else {
            modulos.end(element, text.toString());
        }
        text.setLength(0);
    }

    private int number(String attribute) {
        String value = attribute(attribute);
        return value == null ? -1 : Integer.parseInt(value.strip());
    }

    private String attribute(String attribute) {
        return xml.getAttributeValue(null, attribute);
    }
}
