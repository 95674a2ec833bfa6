package org.vitrail.pixels.raster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.jpeg.JpegSegments;
import org.vitrail.pixels.jpeg.Restarts;

/** Walks over the segments of a JPEG and the coded data between them, without decoding. ITU-T T.81 §B.1. */
final class JpegWalk {

    static final int START = 0xd8;
    static final int END = 0xd9;
    static final int SCAN = 0xda;
    static final int APP0 = 0xe0;
    static final int APP15 = 0xef;

    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;

    private final Path path;
    private final InputStream in;
    private final Visitor visitor;
    private final Restarts restarts = new Restarts();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int held;
    private long before;

    private JpegWalk(Path path, InputStream in, Visitor visitor) {
        this.path = path;
        this.in = in;
        this.visitor = visitor;
    }

    /** What is done with the parts, in their order. */
    interface Visitor {

        /** A marker and what belongs to it, without the two bytes of length; empty for start and end. */
        void segment(int marker, byte[] payload) throws IOException;

        /** Coded data of a scan, with its restart markers. */
        void coded(byte[] bytes, int from, int length) throws IOException;

        /** Data of a scan from a restart marker on that it cannot have. */
        default void stray(int marker) throws IOException {}
    }

    /**
     * Visits all parts up to the end of the picture.
     *
     * @return bytes that follow it
     * @throws UnreadableImage when the file ends before the picture does, or no marker stands where one must
     */
    static long walk(Path path, Visitor visitor) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            JpegWalk walk = new JpegWalk(path, in, visitor);
            walk.run();
            return Files.size(path) - walk.place();
        } catch (EOFException cut) {
            throw new UnreadableImage(
                    "Picture %s is damaged: it ends at byte %d without an end marker (FFD9). Check that it was copied whole, or save it again."
                            .formatted(path.getFileName(), Files.size(path)),
                    cut);
        }
    }

    private void run() throws IOException {
        int marker = marker(true);
        while (marker != END) {
            byte[] payload = JpegSegments.isAlone(marker) ? new byte[0] : payload();
            visitor.segment(marker, payload);
            restarts.segment(marker, payload);
            marker = marker == SCAN ? coded(restarts.most(payload)) : marker(false);
        }
        visitor.segment(END, new byte[0]);
    }

    private int marker(boolean first) throws IOException {
        int one = next();
        if (one != 0xff) {
            throw new UnreadableImage(
                    "Picture %s is damaged at byte %d: no marker stands where a segment must begin. Check that it was copied whole, or save it again."
                            .formatted(path.getFileName(), place() - 1));
        }
        int marker = next();
        while (marker == 0xff && !first) {
            marker = next();
        }
        return marker;
    }

    private byte[] payload() throws IOException {
        int length = next() << 8 | next();
        byte[] payload = new byte[Math.max(0, length - 2)];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) next();
        }
        return payload;
    }

    /** Hands out coded data up to the next marker, which it gives back. */
    private int coded(long mostRestarts) throws IOException {
        long left = mostRestarts;
        while (true) {
            int from = at;
            while (at < held && buffer[at] != (byte) 0xff) {
                at++;
            }
            if (left >= 0) {
                visitor.coded(buffer, from, at - from);
            }
            if (at == held) {
                fill();
                continue;
            }
            next();
            int second = next();
            while (second == 0xff) {
                second = next();
            }
            if (second != 0 && (second < FIRST_RESTART || second > LAST_RESTART)) {
                return second;
            }
            if (second != 0 && --left == -1) {
                visitor.stray(second);
            }
            if (left >= 0) {
                visitor.coded(new byte[] {(byte) 0xff, (byte) second}, 0, 2);
            }
        }
    }

    private int next() throws IOException {
        if (at == held) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    private void fill() throws IOException {
        before += held;
        at = 0;
        held = Math.max(0, in.read(buffer));
        if (held == 0) {
            throw new EOFException();
        }
    }

    private long place() {
        return before + at;
    }
}
