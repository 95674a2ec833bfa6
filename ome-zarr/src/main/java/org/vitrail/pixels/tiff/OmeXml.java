package org.vitrail.pixels.tiff;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.UnreadableImage;

/**
 * The first image of an OME-XML document. OME model 2016-06, Pixels, Channel, TiffData; OME-TIFF specification 6.
 *
 * @param name of the image, or null
 * @param order letters of DimensionOrder after {@code XY}, fastest first, e.g. {@code CZT}
 * @param sizeC samples over all channels
 * @param sizeZ sections
 * @param sizeT time points
 * @param samplesPerPixel of the first channel: 3 where a page is an RGB picture
 * @param pixelSizeX micrometer, or null; likewise y and z
 * @param channels names and colors as they stand in the document
 * @param blocks where planes lie; empty means in order, in this file
 */
record OmeXml(
        String name,
        String order,
        int sizeC,
        int sizeZ,
        int sizeT,
        int samplesPerPixel,
        Double pixelSizeX,
        Double pixelSizeY,
        Double pixelSizeZ,
        List<Channel> channels,
        List<TiffData> blocks) {

    /** Planes from a page on. @param file name of another file, or null; @param count of planes, −1 for all */
    record TiffData(int page, int firstC, int firstZ, int firstT, int count, String file) {}

    static boolean looksLike(String description) {
        String start = description.stripLeading();
        return start.startsWith("<") && start.contains("<OME") || start.contains(":OME ");
    }

    static OmeXml parse(String description, String fileName) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Parser(factory.createXMLStreamReader(new StringReader(description.strip()))).parse();
        } catch (XMLStreamException | IllegalArgumentException | ArithmeticException bad) {
            throw new UnreadableImage(
                    "The OME-XML in %s cannot be read: %s. Save the file again from the software that made it."
                            .formatted(fileName, bad.getMessage()),
                    bad);
        }
    }

    /** Walks the document once; ends at the end of the first image. */
    private static final class Parser {

        private final XMLStreamReader xml;
        private final List<Channel> channels = new ArrayList<>();
        private final List<TiffData> blocks = new ArrayList<>();
        private String name;
        private String order;
        private int[] sizes;
        private Double[] pixelSizes;
        private int samplesPerPixel = 1;

        Parser(XMLStreamReader xml) {
            this.xml = xml;
        }

        OmeXml parse() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start();
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("Image")) {
                    break;
                }
            }
            if (sizes == null) {
                throw new IllegalArgumentException("it describes no Pixels");
            }
            return new OmeXml(
                    name,
                    order,
                    sizes[0],
                    sizes[1],
                    sizes[2],
                    samplesPerPixel,
                    pixelSizes[0],
                    pixelSizes[1],
                    pixelSizes[2],
                    List.copyOf(channels),
                    List.copyOf(blocks));
        }

        private void start() {
            switch (xml.getLocalName()) {
                case "Image" -> name = attribute("Name", null);
                case "Pixels" -> pixels();
                case "Channel" -> channel();
                case "TiffData" -> tiffData();
                case "UUID" -> uuid();
                default -> {}
            }
        }

        private void pixels() {
            order = attribute("DimensionOrder", "XYZCT").toUpperCase(Locale.ROOT);
            if (!order.matches("XY(ZCT|ZTC|CZT|CTZ|TZC|TCZ)")) {
                throw new IllegalArgumentException("DimensionOrder is " + order);
            }
            order = order.substring(2);
            sizes = new int[] {number("SizeC", 1), number("SizeZ", 1), number("SizeT", 1)};
            pixelSizes = new Double[] {physical("X"), physical("Y"), physical("Z")};
        }

        private Double physical(String axis) {
            String text = attribute("PhysicalSize" + axis, null);
            if (text == null) {
                return null;
            }
            return LengthUnits.micrometer(
                    Double.parseDouble(text.strip()), attribute("PhysicalSize" + axis + "Unit", "µm"));
        }

        private void channel() {
            if (channels.isEmpty()) {
                samplesPerPixel = number("SamplesPerPixel", 1);
            }
            String color = attribute("Color", null);
            String hex = color == null
                    ? null
                    : String.format("%06X", (int) (Long.parseLong(color.strip()) >>> 8) & 0xffffff);
            channels.add(new Channel(attribute("Name", null), hex));
        }

        private void tiffData() {
            boolean named = attribute("IFD", null) != null;
            blocks.add(new TiffData(
                    count("IFD", 0),
                    count("FirstC", 0),
                    count("FirstZ", 0),
                    count("FirstT", 0),
                    count("PlaneCount", named ? 1 : -1),
                    null));
        }

        private void uuid() {
            String file = attribute("FileName", null);
            if (file != null && !blocks.isEmpty()) {
                TiffData last = blocks.remove(blocks.size() - 1);
                blocks.add(new TiffData(last.page, last.firstC, last.firstZ, last.firstT, last.count, file));
            }
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
}
