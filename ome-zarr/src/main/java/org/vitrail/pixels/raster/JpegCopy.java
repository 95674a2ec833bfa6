package org.vitrail.pixels.raster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.vitrail.pixels.jpeg.JpegSegments;

/** Writes a JPEG with nothing but what decoding needs, its color profile and its orientation. ITU-T T.81 §B.1. */
final class JpegCopy implements JpegWalk.Visitor {

    private final OutputStream out;
    private final boolean profileKept;
    private long codedLeft;
    private int orientation;

    private JpegCopy(OutputStream out, JpegIdentity.Look look, long strayBytes) {
        this.out = out;
        this.profileKept = look.profileKept();
        this.codedLeft = look.codedBytes() - strayBytes;
        this.orientation = look.identity().orientation();
    }

    /** @param strayBytes at the end of the last scan that no decoder needs, and that are left out */
    static void write(Path file, Path copy, long strayBytes) throws IOException {
        JpegIdentity.Look look = JpegIdentity.of(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            JpegWalk.walk(file, new JpegCopy(out, look, strayBytes));
        }
    }

    @Override
    public void segment(int marker, byte[] payload) throws IOException {
        byte[] kept = kept(marker, payload);
        if (kept == null) {
            return;
        }
        // JFIF wants to be first, EXIF second
        if (orientation > 1 && marker != JpegWalk.START && marker != JpegWalk.APP0) {
            putOrientation();
        }
        put(marker, kept);
    }

    /** What of a segment is kept; null for nothing of it. */
    private byte[] kept(int marker, byte[] payload) {
        int number = marker - JpegWalk.APP0;
        if (JpegIdentity.isProfile(number, payload)) {
            return profileKept ? payload : null;
        }
        boolean application = number >= 0 && number <= 15;
        int needed = JpegSegments.needed(marker, payload, 0, payload.length);
        if (application ? needed == 0 : !JpegIdentity.isNeeded(marker)) {
            return null;
        }
        byte[] kept = Arrays.copyOf(payload, JpegSegments.isAlone(marker) ? 0 : needed);
        if (number == 0) {
            // width and height of a thumbnail
            kept[12] = 0;
            kept[13] = 0;
        }
        return kept;
    }

    private void putOrientation() throws IOException {
        byte[] exif = ExifData.ofOrientation(orientation);
        byte[] all = Arrays.copyOf("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 6 + exif.length);
        System.arraycopy(exif, 0, all, 6, exif.length);
        orientation = 0;
        put(JpegWalk.APP0 + 1, all);
    }

    private void put(int marker, byte[] payload) throws IOException {
        out.write(0xff);
        out.write(marker);
        if (!JpegSegments.isAlone(marker)) {
            out.write(payload.length + 2 >> 8);
            out.write(payload.length + 2);
            out.write(payload);
        }
    }

    @Override
    public void coded(byte[] bytes, int from, int length) throws IOException {
        int kept = (int) Math.max(0, Math.min(length, codedLeft));
        out.write(bytes, from, kept);
        codedLeft -= length;
    }
}
