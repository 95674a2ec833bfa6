package org.vitrail.pixels.raster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityText;

/** Texts with a keyword, plain or packed. ISO/IEC 15948 §11.3.4. */
final class PngTexts {

    /** Longer texts are looked at up to here. */
    static final int MOST_TEXT = 1 << 16;

    private static final String XMP = "xml:com.adobe.xmp";

    private PngTexts() {}

    /** @param type of the chunk @param data of it, up to {@link #MOST_TEXT} bytes */
    static void look(PictureIdentity identity, String type, byte[] data) {
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
}
