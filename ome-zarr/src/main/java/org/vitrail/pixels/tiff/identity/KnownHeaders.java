package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.tiff.file.TiffFile;

/**
 * What known programs write without a field that leads there, because their own readers look for it: Micro-Manager (multi-page TIFF
 * format, NDTiff), ScanImage (BigTIFF format 3 and 4), GDAL (structure of cloud-optimized GeoTIFF).
 */
final class KnownHeaders {

    private static final int SUMMARY = 2355492;
    private static final int INDEX = 54773648;
    private static final int ND_TIFF = 483729;
    private static final int SCAN_IMAGE = 117637889;
    private static final String GDAL = "GDAL_STRUCTURAL_METADATA_SIZE=";
    private static final int GDAL_LINE_BYTES = 43;

    private final TiffFile file;
    private final List<Text> texts = new ArrayList<>();
    private final List<Text> others = new ArrayList<>();
    private int blockLeaderBytes;

    /** A stretch of the file. */
    record Text(long start, long length) {}

    /** Takes stretches. */
    interface Sink {
        void add(long start, long end);
    }

    private KnownHeaders(TiffFile file) {
        this.file = file;
    }

    static KnownHeaders of(TiffFile file) throws IOException {
        KnownHeaders known = new KnownHeaders(file);
        long at = file.isBig() ? 16 : 8;
        long room = file.sizeBytes() - at;
        if (room >= 32) {
            ByteBuffer head = file.bytes(at, (int) Math.min(room, 64));
            known.microManager(head);
            known.scanImage(head);
            known.gdal(head, at);
        }
        return known;
    }

    private void microManager(ByteBuffer head) throws IOException {
        if (file.isBig()) {
            return;
        }
        if (head.getInt(0) == ND_TIFF) {
            int summary = head.getInt(8) == SUMMARY ? 8 : 12;
            ndTiff(summary, head);
        } else if (head.getInt(0) == INDEX && head.getInt(24) == SUMMARY) {
            others.add(new Text(8, 32));
            text(40, Integer.toUnsignedLong(head.getInt(28)));
            listed(Integer.toUnsignedLong(head.getInt(4)), 3453623, 20, others);
            listed(Integer.toUnsignedLong(head.getInt(12)), 347834724, 1, texts);
            listed(Integer.toUnsignedLong(head.getInt(20)), 84720485, 1, texts);
        }
    }

    private void ndTiff(int summary, ByteBuffer head) {
        if (head.getInt(summary) == SUMMARY) {
            others.add(new Text(8, summary + 8L));
            text(16L + summary, Integer.toUnsignedLong(head.getInt(summary + 4)));
        }
    }

    /** A magic number, a count, and so many things. */
    private void listed(long at, int magic, int bytesEach, List<Text> kind) throws IOException {
        if (at <= 0 || at > file.sizeBytes() - 8) {
            return;
        }
        ByteBuffer head = file.bytes(at, 8);
        long length = Integer.toUnsignedLong(head.getInt(4)) * bytesEach;
        if (head.getInt(0) == magic && length <= file.sizeBytes() - at - 8) {
            others.add(new Text(at, 8));
            kind.add(new Text(at + 8, length));
        }
    }

    private void scanImage(ByteBuffer head) {
        if (file.isBig() && head.getInt(0) == SCAN_IMAGE) {
            others.add(new Text(16, 16));
            long first = Integer.toUnsignedLong(head.getInt(8));
            text(32, first);
            text(32 + first, Integer.toUnsignedLong(head.getInt(12)));
        }
    }

    private void text(long start, long length) {
        if (length > 0 && length <= file.sizeBytes() - start) {
            texts.add(new Text(start, length));
        }
    }

    private void gdal(ByteBuffer head, long at) throws IOException {
        String line = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        if (!line.startsWith(GDAL) || !line.substring(GDAL.length()).matches("(?s)\\d{6}.*")) {
            return;
        }
        long length = GDAL_LINE_BYTES + Integer.parseInt(line.substring(GDAL.length(), GDAL.length() + 6));
        if (length <= file.sizeBytes() - at) {
            byte[] all = file.bytes(at, (int) length).array();
            boolean leaders = new String(all, StandardCharsets.ISO_8859_1).contains("BLOCK_LEADER=SIZE_AS_UINT4");
            blockLeaderBytes = leaders ? Integer.BYTES : 0;
            text(at, length);
        }
    }

    /** Bytes that such a program keeps before and behind each strip and tile. */
    int blockLeaderBytes() {
        return blockLeaderBytes;
    }

    /** Texts, which have to be judged. */
    List<Text> texts() {
        return texts;
    }

    /** Everything that is needed. */
    void stretches(Sink sink) {
        texts.forEach(text -> sink.add(text.start, text.start + text.length));
        others.forEach(text -> sink.add(text.start, text.start + text.length));
    }
}
