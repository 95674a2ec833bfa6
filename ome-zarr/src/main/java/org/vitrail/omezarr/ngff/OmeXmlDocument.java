package org.vitrail.omezarr.ngff;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.WellPosition;

/**
 * The {@code OME/METADATA.ome.xml} of a collection: its images in order, with sizes and channels, and the plate they lie on. Made from
 * what is known of the images, never copied from a file, in which names of persons may stand. OME model 2016-06; OME-NGFF 0.5
 * §bioformats2raw.
 */
public final class OmeXmlDocument {

    private static final String NAMESPACE = "http://www.openmicroscopy.org/Schemas/OME/2016-06";

    private final List<Image> images;
    private final XMLStreamWriter xml;
    private final StringWriter text = new StringWriter();

    /**
     * One image.
     *
     * @param spacing micrometer along x, y, z; null where unknown
     * @param timeStep seconds, or null
     * @param well where on the plate, or null
     */
    public record Image(
            String name,
            PixelShape shape,
            PixelType type,
            Double[] spacing,
            Double timeStep,
            List<ImageDocument.Omero> channels,
            WellPosition well) {}

    private OmeXmlDocument(List<Image> images) throws XMLStreamException {
        this.images = images;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** True when the OME model has a word for every image's type: it has none for 64-bit integers. */
    public static boolean canHold(List<Image> images) {
        return images.stream().allMatch(image -> image.type != PixelType.INT64 && image.type != PixelType.UINT64);
    }

    /** The document. */
    public static byte[] print(List<Image> images) {
        try {
            OmeXmlDocument document = new OmeXmlDocument(images);
            document.write();
            return document.text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A document can always be written into memory", impossible);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("OME");
        xml.writeDefaultNamespace(NAMESPACE);
        if (!images.isEmpty() && images.get(0).well != null) {
            writePlate();
        }
        for (int i = 0; i < images.size(); i++) {
            writeImage(i, images.get(i));
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void writePlate() throws XMLStreamException {
        xml.writeStartElement("Plate");
        xml.writeAttribute("ID", "Plate:0");
        String name = images.get(0).well.plate();
        if (name != null) {
            xml.writeAttribute("Name", plain(name));
        }
        int well = -1;
        for (int i = 0; i < images.size(); i++) {
            WellPosition here = images.get(i).well;
            WellPosition before = i == 0 ? null : images.get(i - 1).well;
            if (before == null || before.row() != here.row() || before.column() != here.column()) {
                if (before != null) {
                    xml.writeEndElement();
                }
                well++;
                xml.writeStartElement("Well");
                xml.writeAttribute("ID", "Well:0:" + well);
                xml.writeAttribute("Column", Integer.toString(here.column()));
                xml.writeAttribute("Row", Integer.toString(here.row()));
            }
            xml.writeStartElement("WellSample");
            xml.writeAttribute("ID", "WellSample:0:" + well + ":" + here.field());
            xml.writeAttribute("Index", Integer.toString(i));
            xml.writeEmptyElement("ImageRef");
            xml.writeAttribute("ID", "Image:" + i);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writeImage(int number, Image image) throws XMLStreamException {
        PixelShape shape = image.shape;
        xml.writeStartElement("Image");
        xml.writeAttribute("ID", "Image:" + number);
        xml.writeAttribute("Name", plain(image.name));
        xml.writeStartElement("Pixels");
        xml.writeAttribute("ID", "Pixels:" + number);
        xml.writeAttribute("DimensionOrder", "XYZCT");
        xml.writeAttribute("Type", typeName(image.type));
        xml.writeAttribute("BigEndian", "false");
        long[] sizes = {shape.x(), shape.y(), shape.z(), shape.c(), shape.t()};
        for (int i = 0; i < sizes.length; i++) {
            xml.writeAttribute("Size" + "XYZCT".charAt(i), Long.toString(sizes[i]));
        }
        for (int i = 0; i < 3; i++) {
            if (image.spacing[i] != null) {
                xml.writeAttribute("PhysicalSize" + "XYZ".charAt(i), image.spacing[i].toString());
                xml.writeAttribute("PhysicalSize" + "XYZ".charAt(i) + "Unit", "µm");
            }
        }
        if (image.timeStep != null) {
            xml.writeAttribute("TimeIncrement", image.timeStep.toString());
            xml.writeAttribute("TimeIncrementUnit", "s");
        }
        for (int c = 0; c < image.channels.size(); c++) {
            ImageDocument.Omero channel = image.channels.get(c);
            xml.writeEmptyElement("Channel");
            xml.writeAttribute("ID", "Channel:" + number + ":" + c);
            xml.writeAttribute("Name", plain(channel.label()));
            xml.writeAttribute("Color", Integer.toString(Integer.parseInt(channel.color(), 16) << 8 | 0xff));
            xml.writeAttribute("SamplesPerPixel", "1");
        }
        xml.writeEmptyElement("MetadataOnly");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String typeName(PixelType type) {
        return switch (type) {
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
            default -> type.numpyName();
        };
    }

    /** XML 1.0 has no way to hold control characters. */
    private static String plain(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
