package org.vitrail.pixels.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/** What in a PNG reveals. ISO/IEC 15948 §11.3; the eXIf chunk as in the third edition. */
final class PngIdentity {

    private static final int MOST_EXIF = 1 << 20;
    private static final int MOST_PROFILE = 16 << 20;
    private static final int HEADER_BYTES = 13;
    private static final int MOST_LEFT_OUT = 100_000;
    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final Set<String> HARMLESS = Set.of("tIME", "oFFs", "sCAL", "sTER", "gIFg");

    private final Path file;
    private final PictureIdentity identity;
    private final PngRules rules = new PngRules();
    private final Set<Long> leftOut = new HashSet<>();
    private PngData pixels;
    private PngProfile profile;
    private long pixelBytes;

    private PngIdentity(Path file) {
        this.file = file;
        this.identity = new PictureIdentity(String.valueOf(file.getFileName()));
    }

    /**
     * What a walk through a file brings.
     *
     * @param identity what reveals
     * @param leftOut where chunks begin that the copy is without, besides those of unknown meaning
     * @param profile the color profile; null when there is none
     * @param pixelBytes of all IDAT chunks together, as far as they are pixels
     * @param cuttable false when more is packed than the picture has
     */
    record Look(PictureIdentity identity, Set<Long> leftOut, PngProfile profile, long pixelBytes, boolean cuttable) {}

    /**
     * Looks through the whole file.
     *
     * @throws UnsupportedImage when a chunk of unknown meaning says that a reader has to know it
     * @throws org.vitrail.pixels.UnreadableImage when the file ends early
     */
    static Look of(Path file) throws IOException {
        PngIdentity look = new PngIdentity(file);
        try {
            long behind = PngChunks.walk(file, look::chunk);
            look.identity.behindPicture(behind);
            boolean cuttable = look.pixels != null && !look.pixels.isLonger();
            if (!cuttable) {
                look.identity.add(Kind.PRIVATE_TAG, "chunk IDAT", "More is packed than the picture has.");
            }
            return new Look(look.identity, look.leftOut, look.profile, look.pixelBytes, cuttable);
        } finally {
            if (look.pixels != null) {
                look.pixels.close();
            }
        }
    }

    private void chunk(PngChunks.Chunk chunk, FileChannel bytes) throws IOException {
        requireKnown(chunk.type());
        boolean fits = rules.fits(chunk);
        if (!fits) {
            leaveOut(chunk, "A chunk that comes twice, or whose length its meaning does not allow.");
        }
        switch (chunk.type()) {
            case "IHDR" -> header(data(chunk, bytes, HEADER_BYTES));
            case "IDAT" -> pixels(chunk, bytes);
            case "iCCP" -> profile(chunk, data(chunk, bytes, MOST_PROFILE));
            case "tEXt", "zTXt", "iTXt" -> text(chunk, bytes);
            case "eXIf" -> identity.exif(data(chunk, bytes, MOST_EXIF));
            default -> {
                if (fits && !PngChunks.KEPT.contains(chunk.type()) && !HARMLESS.contains(chunk.type())) {
                    leaveOut(chunk, "A chunk whose meaning only the program that wrote it knows.");
                }
            }
        }
    }

    /** The fifth bit of the first letter is off for chunks without which a picture cannot be shown. §5.4. */
    private void requireKnown(String type) {
        char first = type.charAt(0);
        if (first >= 'A' && first <= 'Z' && !CRITICAL.contains(type)) {
            throw new UnsupportedImage(
                    "Picture %s has a chunk %s, without which it cannot be shown, and which no standard knows. Save it as PNG with another program."
                            .formatted(file.getFileName(), shown(type)));
        }
    }

    private static String shown(String type) {
        return type.replaceAll("[^A-Za-z]", "?");
    }

    private void leaveOut(PngChunks.Chunk chunk, String reason) {
        identity.add(Kind.PRIVATE_TAG, "chunk " + shown(chunk.type()), reason);
        if (leftOut.size() < MOST_LEFT_OUT && PngChunks.KEPT.contains(chunk.type())) {
            leftOut.add(chunk.offset());
        }
    }

    private void header(byte[] header) {
        if (header.length == HEADER_BYTES && pixels == null) {
            rules.header(header[9]);
            pixels = new PngData(ByteBuffer.wrap(header));
        }
    }

    private void pixels(PngChunks.Chunk chunk, FileChannel bytes) throws IOException {
        long end = chunk.end() - 4;
        for (long at = chunk.offset() + 8; at < end && pixels != null; ) {
            ByteBuffer piece = PngChunks.data(bytes, at, (int) Math.min(1 << 16, end - at));
            int length = piece.limit();
            int taken = pixels.take(piece.array(), length);
            pixelBytes += taken;
            at += length;
            if (taken < length) {
                identity.add(Kind.PRIVATE_TAG, "chunk IDAT", "Bytes behind the packed pixels.");
                return;
            }
        }
    }

    private void profile(PngChunks.Chunk chunk, byte[] data) {
        if (leftOut.contains(chunk.offset())) {
            return;
        }
        profile = PngProfile.of(data);
        profile.kinds()
                .forEach(kind -> identity.add(
                        kind, "chunk iCCP, color profile", "Text in the profile, or bytes that belong to no profile."));
    }

    private void text(PngChunks.Chunk chunk, FileChannel bytes) throws IOException {
        PngTexts.look(identity, chunk.type(), data(chunk, bytes, PngTexts.MOST_TEXT));
        if (chunk.length() > PngTexts.MOST_TEXT) {
            identity.add(Kind.FREE_TEXT, "chunk " + chunk.type(), "Text that is longer than what is searched.");
        }
    }

    private static byte[] data(PngChunks.Chunk chunk, FileChannel file, int most) throws IOException {
        ByteBuffer data = PngChunks.data(file, chunk.offset() + 8, (int) Math.min(chunk.length(), most));
        return Arrays.copyOf(data.array(), data.limit());
    }
}
