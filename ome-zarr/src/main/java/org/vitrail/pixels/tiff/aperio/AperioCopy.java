package org.vitrail.pixels.tiff.aperio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.identity.SamePages;
import org.vitrail.pixels.tiff.identity.TiffIdentity;

/**
 * Takes the pictures beside an SVS image out of a copy of its file, and what its descriptions reveal. Directories of pictures are taken
 * out of the chain; they, their values and their pixels become zeros, so that nothing of them is left behind. Offsets stay.
 */
final class AperioCopy {

    private static final byte[] ZEROS = new byte[1 << 16];

    private final TiffFile file;
    private final FileChannel out;
    private final TreeMap<Long, Long> kept = new TreeMap<>();
    private final TreeMap<Long, Long> pixels = new TreeMap<>();

    private AperioCopy(TiffFile file, FileChannel out) {
        this.file = file;
        this.out = out;
    }

    /** What is done with a stretch of the file. */
    private interface Stretch {
        void at(long offset, long length) throws IOException;
    }

    /**
     * Changes the copy, byte for byte the same as the file before.
     *
     * @throws org.vitrail.pixels.UnreadableImage when a picture or a text shares bytes with the image, so that it cannot be taken out
     */
    static void patch(Path file, Path copy) throws IOException {
        try (OpenFiles open = new OpenFiles();
                FileChannel out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            new AperioCopy(new TiffFile(file, open), out).patch();
        }
    }

    /** True when the image and its levels are the same in both. */
    static boolean hasSamePixels(Path file, Path copy) throws IOException {
        return SamePages.in(file, copy, AperioSlide::isPicture);
    }

    private void patch() throws IOException {
        keep(kept, 0, file.isBig() ? 16 : 8);
        for (int page = 0; page < file.pageCount(); page++) {
            Ifd directory = file.page(page);
            if (!AperioSlide.isPicture(page, directory)) {
                values(directory, (offset, length) -> keep(kept, offset, length));
                blocks(directory, (offset, length) -> keep(kept, offset, length));
                blocks(directory, (offset, length) -> keep(pixels, offset, length));
            }
        }
        spread(kept);
        spread(pixels);
        TiffIdentity.scan(file, found -> {
            if (found.unneeded()) {
                write(found.offset(), ByteBuffer.wrap(found.masked()));
            } else {
                mask(found.offset(), found.masked());
            }
        });
        long pointer = file.isBig() ? 8 : 4;
        for (int page = 0; page < file.pageCount(); page++) {
            Ifd directory = file.page(page);
            if (AperioSlide.isPicture(page, directory)) {
                values(directory, this::erase);
                blocks(directory, this::erase);
            } else {
                link(pointer, directory.offset());
                mask(directory);
                pointer = directory.offset() + directoryBytes(directory) - pointerBytes();
            }
        }
        link(pointer, 0);
    }

    private static void keep(TreeMap<Long, Long> stretches, long offset, long length) {
        if (length > 0) {
            stretches.merge(offset, offset + length, Math::max);
        }
    }

    /** Each stretch ends where the farthest before it does: then looking at one answers for all. */
    private static void spread(TreeMap<Long, Long> stretches) {
        long farthest = 0;
        for (var stretch : stretches.entrySet()) {
            farthest = Math.max(farthest, stretch.getValue());
            stretch.setValue(farthest);
        }
    }

    private void refuseShared(TreeMap<Long, Long> stretches, long offset, long length, String what) {
        var before = stretches.lowerEntry(offset + length);
        if (length > 0 && before != null && before.getValue() > offset) {
            throw file.broken(what + " shares bytes with the image and cannot be taken out", offset);
        }
    }

    /** The directory and what stands outside it. */
    private void values(Ifd directory, Stretch stretch) throws IOException {
        stretch.at(directory.offset(), directoryBytes(directory));
        for (int tag : directory.tags()) {
            long length = directory.valueBytes(tag);
            if (directory.valueOffset(tag) >= 0 && length > pointerBytes()) {
                stretch.at(directory.valueOffset(tag), length);
            }
        }
    }

    private static void blocks(Ifd directory, Stretch stretch) throws IOException {
        boolean tiled = directory.has(Tag.TILE_OFFSETS);
        int offsets = tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
        int counts = tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
        for (long block = 0; block < directory.count(offsets); block++) {
            long length = block < directory.count(counts) ? directory.number(counts, 0, block) : 0;
            stretch.at(directory.number(offsets, 0, block), length);
        }
    }

    private long directoryBytes(Ifd directory) throws IOException {
        long count = file.isBig()
                ? file.bytes(directory.offset(), 8).getLong()
                : file.bytes(directory.offset(), 2).getShort() & 0xffff;
        return file.isBig() ? 16 + 20 * count : 6 + 12 * count;
    }

    private int pointerBytes() {
        return file.isBig() ? 8 : 4;
    }

    private void link(long pointer, long directory) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(pointerBytes()).order(file.order());
        write(pointer, file.isBig() ? value.putLong(0, directory) : value.putInt(0, (int) directory));
    }

    private void mask(Ifd directory) throws IOException {
        AperioText text = AperioText.of(directory);
        for (AperioText.Secret secret : text.secrets()) {
            long offset = directory.valueOffset(Tag.IMAGE_DESCRIPTION) + secret.start();
            mask(offset, text.masked(secret));
        }
    }

    private void mask(long offset, byte[] masked) throws IOException {
        refuseShared(pixels, offset, masked.length, "a text");
        write(offset, ByteBuffer.wrap(masked));
    }

    /** Zeros, where nothing of the image is. */
    private void erase(long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || offset > file.sizeBytes() - length) {
            throw file.broken("a picture beside the image reaches beyond its end", Math.max(0, offset));
        }
        refuseShared(kept, offset, length, "a picture beside the image");
        for (long at = offset; at < offset + length; at += ZEROS.length) {
            write(at, ByteBuffer.wrap(ZEROS, 0, (int) Math.min(ZEROS.length, offset + length - at)));
        }
    }

    private void write(long offset, ByteBuffer bytes) throws IOException {
        for (long at = offset; bytes.hasRemaining(); ) {
            at += out.write(bytes, at);
        }
    }
}
