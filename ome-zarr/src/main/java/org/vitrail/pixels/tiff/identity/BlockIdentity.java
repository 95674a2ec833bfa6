package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.tiff.block.UnneededBytes;
import org.vitrail.pixels.tiff.block.UnneededBytes.Part;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.page.PageLayout;

/**
 * Judges what strips and tiles hold beside their pixels: bytes behind the end of a stream, comments and other segments of JPEG. They
 * become zeros in every copy, so that lengths stay true; what reads like a text is found.
 */
final class BlockIdentity {

    private static final int LZW = 5;

    /** For findings alone: whoever opens a slide of many gigabytes does not want to wait until all of it was read. */
    private static final long MOST_LOOKED_AT = 128 << 20;

    private final TiffFile file;
    private final ReferencedBytes referenced;
    private final FoundStretches found;
    private final boolean thorough;
    /** Blocks may lie inside one another: all of them together are not looked at for longer than the file is. */
    private long budget;

    private final Set<String> told = new HashSet<>();

    private BlockIdentity(TiffFile file, ReferencedBytes referenced, FoundStretches found, boolean thorough) {
        this.thorough = thorough;
        this.file = file;
        this.referenced = referenced;
        this.found = found;
        this.budget = thorough ? file.sizeBytes() : Math.min(MOST_LOOKED_AT, file.sizeBytes());
    }

    /** @param thorough false to pass over blocks that hold no text at all, in which nothing can be found, and over those behind the first 128 MiB */
    static void scan(TiffFile file, ReferencedBytes referenced, FoundStretches found, boolean thorough)
            throws IOException {
        BlockIdentity identity = new BlockIdentity(file, referenced, found, thorough);
        DirectoryWalk.visit(file, new DirectoryWalk.Visitor() {
            @Override
            public void directory(Ifd directory, int page, int tag) throws IOException {
                PageLayout layout = StoredBlock.layout(file, directory);
                found.onPage(page);
                if (layout != null) {
                    StoredBlock.visit(file, directory, layout, block -> identity.block(layout, block));
                }
            }

            @Override
            public void damaged(int page, int tag, long offset) {}
        });
    }

    private void block(PageLayout layout, StoredBlock block) throws IOException {
        long length = Math.min(block.said(), file.sizeBytes() - block.start());
        boolean whole = length == block.said() || layout.compression() == LZW;
        boolean needed = layout.compression() == 1 && length <= block.wanted();
        if (!whole || needed || length <= 0 || block.start() < 0 || length > 2 * block.wanted() + 65536) {
            return;
        }
        budget -= length;
        if (budget < 0) {
            return;
        }
        byte[] stored = file.bytes(block.start(), (int) length).array();
        if (!thorough && isCoded(layout.compression()) && !TextRuns.mayHold(stored)) {
            return;
        }
        for (Part part : UnneededBytes.of(layout.compression(), layout.highBitFirst(stored), (int) block.wanted())) {
            byte[] bytes = Arrays.copyOfRange(stored, part.start(), part.end());
            long from = block.start() + part.start();
            boolean planes = part.kind() == UnneededBytes.Kind.SURPLUS && bytes.length >= block.wanted();
            if (!isZero(bytes) && !planes && !referenced.isShared(block, from, from + bytes.length)) {
                part(part.kind(), bytes, from);
            }
        }
    }

    /** Named once, because each of very many tiles has the same. */
    private void part(UnneededBytes.Kind kind, byte[] bytes, long offset) throws IOException {
        Set<Kind> kinds = kinds(kind, bytes);
        boolean mayMatter = kind == UnneededBytes.Kind.SURPLUS || kind == UnneededBytes.Kind.PROFILE;
        if (!kinds.isEmpty() || !mayMatter) {
            kinds.removeIf(one -> !told.add(one + place(kind)));
            found.replaceUnneeded(kinds, place(kind), offset, new byte[bytes.length]);
        }
    }

    static String place(UnneededBytes.Kind kind) {
        return switch (kind) {
            case BEHIND, SURPLUS -> "bytes behind the pixels of a strip or tile";
            case COMMENT -> "comment in a strip or tile";
            case APPLICATION -> "data of a program in a strip or tile";
            case THUMBNAIL -> "thumbnail in a strip or tile";
            case PROFILE -> "color profile in a strip or tile";
        };
    }

    /** What such a part reveals. */
    static Set<Kind> kinds(UnneededBytes.Kind kind, byte[] bytes) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean[] text = new boolean[1];
        TextRuns.visit(bytes, (start, length, coding) -> {
            text[0] = true;
            kinds.addAll(coding.kinds(coding.decode(Arrays.copyOfRange(bytes, start, start + length))));
        });
        String start = new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1);
        boolean metadata = start.startsWith("Exif\0")
                || start.startsWith("http://ns.adobe.com/")
                || start.startsWith("Photoshop ");
        if (kind == UnneededBytes.Kind.COMMENT) {
            TextCoding coding = TextCoding.of(bytes);
            kinds.addAll(coding.kinds(coding.decode(bytes)));
        } else if (kind == UnneededBytes.Kind.THUMBNAIL) {
            kinds.add(Kind.OVERVIEW_IMAGE);
        } else if (kind == UnneededBytes.Kind.APPLICATION && metadata) {
            kinds.add(Kind.FREE_TEXT);
        } else if (kinds.isEmpty() && text[0] && kind != UnneededBytes.Kind.PROFILE) {
            kinds.add(Kind.PRIVATE_TAG);
        }
        return kinds;
    }

    /** True for streams that have to be decoded to find where they end. */
    private static boolean isCoded(int compression) {
        return compression == LZW || compression == 8 || compression == 32946 || compression == 32773;
    }

    private static boolean isZero(byte[] bytes) {
        for (byte value : bytes) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
