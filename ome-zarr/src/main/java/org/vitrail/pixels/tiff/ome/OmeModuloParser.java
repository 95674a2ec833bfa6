package org.vitrail.pixels.tiff.ome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Collects Modulo annotations: XMLAnnotation/Value/Modulo/ModuloAlongZ, T or C. OME 6D, 7D and 8D storage. */
final class OmeModuloParser {

    private final XMLStreamReader xml;
    private final Map<String, List<OmeModulo>> byAnnotation = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private String annotation;
    private String type;
    private double[] range;

    OmeModuloParser(XMLStreamReader xml) {
        this.xml = xml;
    }

    void start(String element) {
        if (element.equals("XMLAnnotation")) {
            annotation = xml.getAttributeValue(null, "ID");
        } else if (along(element)) {
            String named = xml.getAttributeValue(null, "Type");
            type = named == null || named.isBlank() ? "other" : named.strip();
            labels.clear();
            range = xml.getAttributeValue(null, "Start") == null
                    ? null
                    : new double[] {decimal("Start", 0), decimal("End", 0), decimal("Step", 1)};
        }
    }

    void end(String element, String text) {
        if (element.equals("Label") && type != null) {
            labels.add(text);
        } else if (along(element) && type != null) {
            char axis = element.charAt(element.length() - 1);
            OmeModulo modulo = range == null
                    ? new OmeModulo(axis, type, labels.size(), labels)
                    : OmeModulo.ofRange(axis, type, range[0], range[1], range[2]);
            byAnnotation
                    .computeIfAbsent(String.valueOf(annotation), absent -> new ArrayList<>())
                    .add(modulo);
            type = null;
        }
    }

    /** Those of an image that refers to these annotations. */
    List<OmeModulo> of(List<String> annotations) {
        return annotations.stream()
                .flatMap(id -> byAnnotation.getOrDefault(id, List.of()).stream())
                .toList();
    }

    private static boolean along(String element) {
        return element.equals("ModuloAlongZ") || element.equals("ModuloAlongT") || element.equals("ModuloAlongC");
    }

    private double decimal(String attribute, double absent) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? absent : Double.parseDouble(value.strip());
    }
}
