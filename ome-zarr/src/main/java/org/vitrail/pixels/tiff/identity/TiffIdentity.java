package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.ome.OmeDocument;

/** Walks all directories of a TIFF file, those below pages too, and names every value that could reveal a person. */
public final class TiffIdentity {

    private static final int MOST_BELOW = 100_000;
    private static final int PIECE_BYTES = 1 << 20;

    private final TiffFile file;
    private final Revealing.Sink sink;
    private final Set<Long> below = new HashSet<>();
    private final Deque<Below> waiting = new ArrayDeque<>();
    private int page;

    /** A directory and the field that leads there. */
    private record Below(int tag, long offset) {}

    private TiffIdentity(TiffFile file, Revealing.Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    /**
     * What lies where it cannot be looked at, in damaged directories below pages or in texts of many megabytes, is found with nothing to
     * replace it: the pixels may be sound, but the file cannot be kept.
     *
     * @throws org.vitrail.pixels.UnreadableImage when the directory of a page is damaged
     * @throws UnsupportedImage when very many directories stand below pages
     */
    public static void scan(TiffFile file, Revealing.Sink sink) throws IOException {
        TiffIdentity identity = new TiffIdentity(file, sink);
        for (int page = 0; page < file.pageCount(); page++) {
            identity.page = page;
            identity.directory(file.page(page));
            while (!identity.waiting.isEmpty()) {
                identity.below(identity.waiting.poll());
            }
        }
    }

    private void below(Below place) throws IOException {
        try {
            directory(file.directory(place.offset));
        } catch (UnreadableImage damaged) {
            outOfReach(place.tag, place.offset);
        }
    }

    private void directory(Ifd directory) throws IOException {
        for (int tag : directory.tags()) {
            long length = directory.valueBytes(tag);
            long offset = directory.valueOffset(tag);
            if (length > 0 && offset >= 0 && offset <= file.sizeBytes() - length) {
                try {
                    field(directory, tag, TagIdentity.of(tag));
                } catch (UnreadableImage damaged) {
                    outOfReach(tag, offset);
                }
            }
        }
    }

    private void field(Ifd directory, int tag, TagIdentity rule) throws IOException {
        long length = directory.valueBytes(tag);
        switch (rule.handling()) {
            case HARMLESS -> {}
            case DIRECTORIES -> {
                for (long i = 0; i < directory.count(tag); i++) {
                    descend(tag, directory.number(tag, 0, i));
                }
            }
            case PLACES -> places(directory.number(tag, 0));
            case OUT_OF_REACH -> outOfReach(tag, directory.valueOffset(tag));
            case BLOCK -> block(tag, rule, directory.valueOffset(tag), length);
            default -> {
                if (length <= Ifd.MOST_TEXT_BYTES) {
                    text(directory, tag, rule);
                } else {
                    outOfReach(tag, directory.valueOffset(tag));
                }
            }
        }
    }

    private void outOfReach(int tag, long offset) throws IOException {
        TagIdentity rule = TagIdentity.of(tag);
        sink.found(new Revealing(findings(Set.of(Kind.PRIVATE_TAG), tag, rule), offset, new byte[0]));
    }

    private void descend(int tag, long offset) {
        if (offset > 0 && offset < file.sizeBytes() && below.add(offset)) {
            if (below.size() > MOST_BELOW) {
                throw new UnsupportedImage(
                        "TIFF file %s has more than %d directories below its pages. Save it again without them."
                                .formatted(file.name(), MOST_BELOW));
            }
            waiting.add(new Below(tag, offset));
        }
    }

    /** Every value of a GPS directory but its version. Exif 2.3 §4.6.6. */
    private void places(long offset) throws IOException {
        if (offset <= 0 || offset >= file.sizeBytes() || !below.add(offset)) {
            return;
        }
        Ifd places = file.directory(offset);
        TagIdentity rule = TagIdentity.of(34853);
        for (int tag : places.tags()) {
            long length = places.valueBytes(tag);
            long at = places.valueOffset(tag);
            if (tag > 0 && length > 0 && at >= 0 && at <= file.sizeBytes() - length) {
                block(34853, rule, at, length);
            }
        }
    }

    /** Overwritten with blanks where it is XML, else with zeros; piece by piece, because such blocks can be large. */
    private void block(int tag, TagIdentity rule, long offset, long length) throws IOException {
        boolean found = false;
        for (long at = 0; at < length; at += PIECE_BYTES) {
            byte[] piece = new byte[(int) Math.min(PIECE_BYTES, length - at)];
            file.read(offset + at, piece, 0, piece.length);
            if (isBlank(piece)) {
                continue;
            }
            Arrays.fill(piece, (byte) (tag == 700 ? ' ' : 0));
            sink.found(new Revealing(found ? List.of() : findings(Set.of(rule.kind()), tag, rule), offset + at, piece));
            found = true;
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte value : bytes) {
            if (value != 0 && value != ' ') {
                return false;
            }
        }
        return true;
    }

    private void text(Ifd directory, int tag, TagIdentity rule) throws IOException {
        byte[] bytes = directory.bytes(tag);
        long offset = directory.valueOffset(tag);
        TextCoding wide = new TextCoding(StandardCharsets.UTF_16LE);
        switch (rule.handling()) {
            case DATE -> blanked(bytes, TextCoding.of(bytes), ' ', tag, rule, offset);
            case PERSONAL -> blanked(bytes, TextCoding.of(bytes), 'X', tag, rule, offset);
            case WIDE_PERSONAL -> blanked(bytes, wide, 'X', tag, rule, offset);
            case TEXT -> judged(bytes, TextCoding.of(bytes), tag, rule, offset);
            case WIDE_TEXT -> judged(bytes, wide, tag, rule, offset);
            case COMMENT -> comment(bytes, tag, rule, offset);
            case DESCRIPTION -> description(bytes, tag, rule, offset);
            case IMAGEJ -> imageJ(directory, bytes, tag, rule, offset);
            case UNKNOWN -> {
                if (PrivateText.looksLike(bytes)) {
                    blanked(bytes, PrivateText.coding(bytes), 'X', tag, rule, offset);
                }
            }
            default -> throw new IllegalStateException("no text: " + rule);
        }
    }

    private void blanked(byte[] bytes, TextCoding coding, char by, int tag, TagIdentity rule, long offset)
            throws IOException {
        replace(bytes, coding.encode(coding.blanked(coding.decode(bytes), by)), Set.of(rule.kind()), tag, rule, offset);
    }

    private void judged(byte[] bytes, TextCoding coding, int tag, TagIdentity rule, long offset) throws IOException {
        String text = coding.decode(bytes);
        Set<Kind> kinds = coding.kinds(text);
        if (!kinds.isEmpty()) {
            replace(bytes, coding.encode(coding.masked(text)), kinds, tag, rule, offset);
        }
    }

    private void comment(byte[] bytes, int tag, TagIdentity rule, long offset) throws IOException {
        if (bytes.length > 8) {
            byte[] text = Arrays.copyOfRange(bytes, 8, bytes.length);
            boolean wide = new String(bytes, 0, 7, StandardCharsets.US_ASCII).equals("UNICODE");
            judged(text, wide ? wide() : TextCoding.of(text), tag, rule, offset + 8);
        }
    }

    private TextCoding wide() {
        boolean big = file.order() == ByteOrder.BIG_ENDIAN;
        return new TextCoding(big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private void description(byte[] bytes, int tag, TagIdentity rule, long offset) throws IOException {
        if (!OmeDocument.looksLike(new String(bytes, StandardCharsets.UTF_8))) {
            judged(bytes, TextCoding.of(bytes), tag, rule, offset);
            return;
        }
        Revealing ome = OmeIdentity.of(bytes, file.name());
        if (!ome.findings().isEmpty() && ome.masked().length == bytes.length) {
            sink.found(new Revealing(ome.findings(), offset, ome.masked()));
        }
    }

    private void imageJ(Ifd directory, byte[] bytes, int tag, TagIdentity rule, long offset) throws IOException {
        for (ImageJMetadata.Text text : ImageJMetadata.texts(directory, bytes, file.order())) {
            byte[] part = Arrays.copyOfRange(bytes, text.start(), text.start() + text.length());
            judged(part, wide(), tag, rule, offset + text.start());
        }
    }

    private void replace(byte[] bytes, byte[] by, Set<Kind> kinds, int tag, TagIdentity rule, long offset)
            throws IOException {
        if (!Arrays.equals(bytes, by)) {
            sink.found(new Revealing(findings(kinds, tag, rule), offset, by));
        }
    }

    private List<IdentityFinding> findings(Set<Kind> kinds, int tag, TagIdentity rule) {
        String where = (page > 0 ? "page " + (page + 1) + ", " : "") + "tag " + tag + " " + rule.name();
        return kinds.stream()
                .map(kind -> new IdentityFinding(
                        kind, file.name(), where, "Holds " + TagIdentity.meaning(kind), Treatment.REMOVED))
                .toList();
    }
}
