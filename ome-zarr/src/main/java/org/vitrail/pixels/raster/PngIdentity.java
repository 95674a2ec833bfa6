package org.vitrail.pixels.raster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityText;

/** What in a PNG reveals, and the copy without it. ISO/IEC 15948 §11.3.4; the eXIf chunk as in the third edition. */
final class PngIdentity {

    private static final int MOST_TEXT = 1 << 16;
    private static final int MOST_EXIF = 1 << 20;
    private static final String XMP = "xml:com.adobe.xmp";

    private PngIdentity() {}

    static PictureIdentity of(Path file) throws IOException {
        PictureIdentity identity = new PictureIdentity(String.valueOf(file.getFileName()));
        long behind = PngChunks.walk(file, (chunk, bytes) -> chunk(identity, chunk, bytes));
        identity.behindPicture(behind);
        return identity;
    }

    private static void chunk(PictureIdentity identity, PngChunks.Chunk chunk, FileChannel file) throws IOException {
        switch (chunk.type()) {
            case "tEXt", "zTXt", "iTXt" -> {
                text(identity, chunk.type(), data(chunk, file, MOST_TEXT));
                if (chunk.length() > MOST_TEXT) {
                    identity.add(Kind.FREE_TEXT, "chunk " + chunk.type(), "Text that is longer than what is searched.");
                }
            }
            case "eXIf" -> identity.exif(data(chunk, file, MOST_EXIF));
            case "tIME", "sPLT", "oFFs", "pCAL", "sCAL", "sTER", "gIFg" -> {}
            default -> {
                if (!PngChunks.KEPT.contains(chunk.type())) {
                    identity.add(
                            Kind.PRIVATE_TAG,
                            "chunk " + chunk.type().replaceAll("[^A-Za-z]", "?"),
                            "A chunk whose meaning only the program that wrote it knows.");
                }
            }
        }
    }

    private static byte[] data(PngChunks.Chunk chunk, FileChannel file, int most) throws IOException {
        ByteBuffer data = PngChunks.data(file, chunk.offset() + 8, (int) Math.min(chunk.length(), most));
        return Arrays.copyOf(data.array(), data.limit());
    }

    private static void text(PictureIdentity identity, String type, byte[] data) {
        int end = 0;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        String key = new String(data, 0, end, StandardCharsets.ISO_8859_1);
        boolean plain =
                key.matches("[\\w :.-]{1,40}") && IdentityText.kinds(key).isEmpty();
        String where = "chunk " + type + ", " + (plain ? key : "keyword");
        String text = text(type, data, Math.min(end + 1, data.length));
        switch (key.toLowerCase(Locale.ROOT)) {
            case "author", "artist" -> identity.add(Kind.PERSON_NAME, where, "Name of the one who made the picture.");
            case "creation time", "date:create", "date:modify" ->
                identity.add(Kind.DATE, where, "When the picture was made.");
            case "comment", "description", "title", "copyright", "source", "disclaimer", "warning" ->
                identity.add(Kind.FREE_TEXT, where, "Text, in which anything may stand.");
            case XMP -> identity.xmp(where, text);
            default -> {
                if (key.toLowerCase(Locale.ROOT).startsWith("raw profile")) {
                    identity.add(Kind.FREE_TEXT, where, "EXIF, IPTC or XMP data as another program keeps them.");
                }
            }
        }
        identity.text(where, key, text);
    }

    /** Latin-1 for tEXt and zTXt, UTF-8 for iTXt; packed text is unpacked up to 64 KiB. */
    private static String text(String type, byte[] data, int from) {
        if (type.equals("tEXt")) {
            return new String(data, from, data.length - from, StandardCharsets.ISO_8859_1);
        }
        if (type.equals("zTXt")) {
            return new String(inflate(data, Math.min(from + 1, data.length)), StandardCharsets.ISO_8859_1);
        }
        boolean packed = from < data.length && data[from] == 1;
        int at = Math.min(from + 2, data.length);
        for (int zeros = 0; at < data.length && zeros < 2; at++) {
            zeros += data[at] == 0 ? 1 : 0;
        }
        byte[] text = packed ? inflate(data, at) : Arrays.copyOfRange(data, at, data.length);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] inflate(byte[] data, int from) {
        Inflater inflater = new Inflater();
        byte[] text = new byte[MOST_TEXT];
        int done = 0;
        try {
            inflater.setInput(data, from, data.length - from);
            for (int got = 1; got > 0 && done < text.length; done += got) {
                got = inflater.inflate(text, done, text.length - done);
            }
        } catch (DataFormatException damaged) {
            // what was unpacked before the damage is searched all the same
            return Arrays.copyOf(text, done);
        } finally {
            inflater.end();
        }
        return Arrays.copyOf(text, done);
    }

    /** Writes the picture with nothing but pixels, colors, spacing and orientation. */
    static void write(Path file, Path copy) throws IOException {
        int orientation = of(file).orientation();
        try (OutputStream out = Files.newOutputStream(copy);
                WritableByteChannel target = Channels.newChannel(out)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            PngChunks.walk(file, (chunk, bytes) -> {
                if (PngChunks.KEPT.contains(chunk.type())) {
                    transfer(bytes, chunk, target);
                }
                if (chunk.type().equals("IHDR") && orientation > 1) {
                    out.write(exif(ExifData.ofOrientation(orientation)));
                }
            });
        }
    }

    private static void transfer(FileChannel file, PngChunks.Chunk chunk, WritableByteChannel target)
            throws IOException {
        long at = chunk.offset();
        while (at < chunk.end()) {
            long done = file.transferTo(at, chunk.end() - at, target);
            if (done <= 0) {
                throw new IOException("the file became shorter while it was copied");
            }
            at += done;
        }
    }

    private static byte[] exif(byte[] tiff) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + tiff.length);
        chunk.putInt(tiff.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(tiff);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + tiff.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
