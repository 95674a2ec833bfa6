package org.vitrail.node;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Baseline TIFF 6.0, each page one uncompressed strip of 8-bit gray. */
public final class TinyTiff {
    private static final int IMAGE_DESCRIPTION = 270;
    private static final int ASCII = 2;
    private static final int LONG = 4;

    private TinyTiff() {}

    /** A picture that differs for each seed. */
    public static byte[] gray(int width, int height, long seed) {
        return written(width, height, Map.of(), seed);
    }

    /** A picture with texts, by their tags. */
    public static byte[] described(int width, int height, long seed, Map<Integer, String> texts) {
        return written(width, height, texts, seed);
    }

    /** An OME-TIFF with an image on each page, called {@code series 1}, {@code series 2} … */
    public static byte[] omeSeries(int width, int height, long... seeds) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">");
        for (int i = 0; i < seeds.length; i++) {
            xml.append("""
                    <Image ID="Image:%1$d" Name="series %2$d"><Pixels ID="Pixels:%1$d" DimensionOrder="XYZCT" Type="uint8"
                     SizeX="%3$d" SizeY="%4$d" SizeZ="1" SizeC="1" SizeT="1"><Channel ID="Channel:%1$d:0" SamplesPerPixel="1"/>
                    <TiffData IFD="%1$d" PlaneCount="1"/></Pixels></Image>""".formatted(i, i + 1, width, height));
        }
        return written(
                width, height, Map.of(IMAGE_DESCRIPTION, xml.append("</OME>").toString()), seeds);
    }

    /** @param texts of the first page */
    private static byte[] written(int width, int height, Map<Integer, String> texts, long... seeds) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(little(8).put(new byte[] {'I', 'I', 42, 0}).putInt(8).array());
        for (int page = 0; page < seeds.length; page++) {
            boolean last = page == seeds.length - 1;
            file.writeBytes(page(file.size(), width, height, page == 0 ? texts : Map.of(), seeds[page], last));
        }
        return file.toByteArray();
    }

    private static byte[] page(int at, int width, int height, Map<Integer, String> texts, long seed, boolean last) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        Map<Integer, Integer> numbers = new TreeMap<>(
                Map.of(256, width, 257, height, 258, 8, 259, 1, 262, 1, 277, 1, 278, height, 279, pixels.length));
        int textAt = at + 2 + (numbers.size() + 1 + texts.size()) * 12 + 4;
        int stripAt = textAt
                + texts.values().stream().mapToInt(text -> bytes(text).length).sum();
        numbers.put(273, stripAt);
        Map<Integer, byte[]> entries = new TreeMap<>();
        numbers.forEach((tag, value) -> entries.put(tag, entry(tag, LONG, 1, value)));
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        texts.forEach((tag, text) -> {
            byte[] ascii = bytes(text);
            entries.put(tag, entry(tag, ASCII, ascii.length, textAt + values.size()));
            values.writeBytes(ascii);
        });
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(little(2).putShort((short) entries.size()).array());
        entries.values().forEach(page::writeBytes);
        page.writeBytes(little(4).putInt(last ? 0 : stripAt + pixels.length).array());
        page.writeBytes(values.toByteArray());
        page.writeBytes(pixels);
        return page.toByteArray();
    }

    /** With the NUL at its end; too long to stand inside its entry, and even, so that what follows is aligned. */
    private static byte[] bytes(String text) {
        String padded = text + " ".repeat(Math.max(0, 5 - text.length()));
        return (padded + (padded.length() % 2 == 0 ? " \0" : "\0")).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return little(12)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
