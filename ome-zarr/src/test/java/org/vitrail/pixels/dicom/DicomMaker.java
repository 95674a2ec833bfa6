package org.vitrail.pixels.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.dicom.data.Tags;

/** Makes small DICOM files, sound and otherwise, in explicit VR little endian. Elements are sorted by tag. */
final class DicomMaker {

    static final String EXPLICIT = "1.2.840.10008.1.2.1";
    static final String RLE = "1.2.840.10008.1.2.5";
    static final String JPEG = "1.2.840.10008.1.2.4.50";
    static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";
    static final String SLIDE_CLASS = "1.2.840.10008.5.1.4.1.1.77.1.6";
    static final String SEGMENTATION_CLASS = "1.2.840.10008.5.1.4.1.1.66.4";

    private final Map<Integer, byte[]> elements = new TreeMap<>(Integer::compareUnsigned);

    /** A data set or item without elements. */
    static DicomMaker empty() {
        return new DicomMaker();
    }

    /** An image of unsigned samples without pixel data. */
    static DicomMaker image(int rows, int columns, int bits) {
        return empty().text(Tags.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(Tags.SOP_INSTANCE_UID, "UI", "1.2.3.4")
                .text(Tags.MODALITY, "CS", "CT")
                .text(Tags.SERIES_INSTANCE_UID, "UI", "1.2.3")
                .us(Tags.SAMPLES_PER_PIXEL, 1)
                .text(Tags.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tags.ROWS, rows)
                .us(Tags.COLUMNS, columns)
                .us(Tags.BITS_ALLOCATED, bits)
                .us(Tags.BITS_STORED, bits)
                .us(Tags.HIGH_BIT, bits - 1)
                .us(Tags.PIXEL_REPRESENTATION, 0);
    }

    DicomMaker text(int tag, String vr, String value) {
        String even = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
        return raw(tag, vr, even.getBytes(StandardCharsets.ISO_8859_1));
    }

    DicomMaker us(int tag, int value) {
        return raw(tag, "US", little(2).putShort((short) value).array());
    }

    DicomMaker ul(int tag, long value) {
        return raw(tag, "UL", little(4).putInt((int) value).array());
    }

    DicomMaker sl(int tag, int value) {
        return raw(tag, "SL", little(4).putInt(value).array());
    }

    /** Samples of a byte as pixel data. */
    DicomMaker pixels(int... samples) {
        byte[] bytes = new byte[samples.length + samples.length % 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return raw(Tags.PIXEL_DATA, "OB", bytes);
    }

    DicomMaker raw(int tag, String vr, byte[] value) {
        elements.put(tag, element(tag, vr, value.length, value));
        return this;
    }

    /** Whatever bytes in the place of an element. */
    DicomMaker bytes(int tag, byte[] whole) {
        elements.put(tag, whole);
        return this;
    }

    DicomMaker without(int tag) {
        elements.remove(tag);
        return this;
    }

    DicomMaker sequence(int tag, DicomMaker... items) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        for (DicomMaker item : items) {
            byte[] bytes = item.dataset();
            value.writeBytes(item(Tags.ITEM, bytes.length));
            value.writeBytes(bytes);
        }
        return raw(tag, "SQ", value.toByteArray());
    }

    /** A sequence and items that end with delimiters. */
    DicomMaker open(int tag, DicomMaker... items) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        for (DicomMaker item : items) {
            value.writeBytes(item(Tags.ITEM, -1));
            value.writeBytes(item.dataset());
            value.writeBytes(item(Tags.ITEM_DELIMITATION, 0));
        }
        value.writeBytes(item(Tags.SEQUENCE_DELIMITATION, 0));
        return bytes(tag, element(tag, "SQ", -1, value.toByteArray()));
    }

    /** Encapsulated pixel data: the offset table and the fragments. */
    DicomMaker fragments(byte[] table, byte[]... fragments) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.writeBytes(item(Tags.ITEM, table.length));
        value.writeBytes(table);
        for (byte[] fragment : fragments) {
            byte[] even = Arrays.copyOf(fragment, fragment.length + fragment.length % 2);
            value.writeBytes(item(Tags.ITEM, even.length));
            value.writeBytes(even);
        }
        value.writeBytes(item(Tags.SEQUENCE_DELIMITATION, 0));
        return bytes(Tags.PIXEL_DATA, element(Tags.PIXEL_DATA, "OB", -1, value.toByteArray()));
    }

    static byte[] item(int tag, int length) {
        return little(8)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .putInt(length)
                .array();
    }

    static byte[] element(int tag, String vr, int length, byte[] value) {
        boolean shortForm = Element.isShortForm(vr);
        ByteBuffer made = little((shortForm ? 8 : 12) + value.length);
        made.putShort((short) (tag >>> 16)).putShort((short) tag);
        made.put(vr.getBytes(StandardCharsets.US_ASCII));
        if (shortForm) {
            made.putShort((short) length);
        } else {
            made.putShort((short) 0).putInt(length);
        }
        return made.put(value).array();
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] dataset() {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        elements.values().forEach(made::writeBytes);
        return made.toByteArray();
    }

    /** A whole file. */
    byte[] file(String transferSyntax) {
        return file(transferSyntax, dataset());
    }

    /** A whole file around whatever bytes. */
    static byte[] file(String transferSyntax, byte[] dataset) {
        byte[] meta =
                empty().text(Tags.TRANSFER_SYNTAX_UID, "UI", transferSyntax).dataset();
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.writeBytes(new byte[128]);
        made.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        made.writeBytes(empty().ul(0x00020000, meta.length).dataset());
        made.writeBytes(meta);
        made.writeBytes(dataset);
        return made.toByteArray();
    }

    Path write(Path folder, String name) throws IOException {
        return write(folder, name, EXPLICIT);
    }

    Path write(Path folder, String name, String transferSyntax) throws IOException {
        return Files.write(folder.resolve(name), file(transferSyntax));
    }
}
