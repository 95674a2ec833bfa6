package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.ome.OmeText;

/** Copies a file without what could reveal a person: stretches are overwritten in place, so that no offset changes. */
public final class IdentityCopy {

    private IdentityCopy() {}

    /** @return false when a stretch lies in pixels, or something is still found in the copy; then there is no copy */
    public static boolean write(Path file, Path copy) throws IOException {
        boolean document = OmeText.isDocument(file);
        boolean clean = false;
        Files.copy(file, copy);
        try {
            clean = document ? patchDocument(file, copy) : patchTiff(file, copy);
            return clean;
        } finally {
            if (!clean) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static boolean patchDocument(Path file, Path copy) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] text = OmeText.bytes(file);
        byte[] masked = OmeIdentity.of(text, name).masked();
        Files.write(copy, masked);
        return masked.length == text.length
                && OmeIdentity.of(masked, name).findings().isEmpty();
    }

    private static boolean patchTiff(Path file, Path copy) throws IOException {
        TreeMap<Long, Long> patched = new TreeMap<>();
        try (OpenFiles files = new OpenFiles();
                FileChannel out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            TiffFile original = new TiffFile(file, files);
            TiffIdentity.scan(original, stretch -> {
                ByteBuffer bytes = ByteBuffer.wrap(stretch.masked());
                for (long at = stretch.offset(); bytes.hasRemaining(); ) {
                    at += out.write(bytes, at);
                }
                if (!stretch.unneeded()) {
                    patched.merge(stretch.offset(), (long) stretch.masked().length, Math::max);
                }
            });
            if (!patched.isEmpty() && touchesPixels(original, patched)) {
                return false;
            }
        }
        return isClean(copy) && SamePages.in(file, copy, (page, directory) -> false);
    }

    private static boolean touchesPixels(TiffFile file, TreeMap<Long, Long> patched) throws IOException {
        long end = 0;
        for (Map.Entry<Long, Long> stretch : patched.entrySet()) {
            end = Math.max(end, stretch.getKey() + stretch.getValue());
            stretch.setValue(end); // stretches may lie inside one another
        }
        for (int page = 0; page < file.pageCount(); page++) {
            Ifd directory = file.page(page);
            boolean tiled = directory.has(Tag.TILE_OFFSETS);
            int offsets = tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
            int counts = tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
            for (long block = 0; block < directory.count(offsets); block++) {
                long start = directory.number(offsets, 0, block);
                long length = directory.count(counts) > block ? directory.number(counts, 0, block) : 1;
                Map.Entry<Long, Long> before = patched.lowerEntry(start + length);
                if (length > 0 && before != null && before.getValue() > start) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isClean(Path copy) throws IOException {
        boolean[] found = new boolean[1];
        try (OpenFiles files = new OpenFiles()) {
            TiffIdentity.scan(new TiffFile(copy, files), stretch -> found[0] = true);
        } catch (PixelsException overwritten) {
            return false; // a value stood on a directory
        }
        return !found[0];
    }
}
