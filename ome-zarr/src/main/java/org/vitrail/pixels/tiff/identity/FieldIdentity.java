package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.tiff.block.JpegParts;
import org.vitrail.pixels.tiff.block.UnneededBytes;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.ImageJMetadata;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.identity.TagIdentity.Handling;
import org.vitrail.pixels.tiff.ome.OmeDocument;

/** Judges the fields of directories, as {@link TagIdentity} says for each. */
final class FieldIdentity {

    private static final int PIECE_BYTES = 1 << 20;
    private static final int XMP = 700;
    private static final int ASCII = 2;

    private final TiffFile file;
    private final FoundStretches found;

    FieldIdentity(TiffFile file, FoundStretches found) {
        this.file = file;
        this.found = found;
    }

    /** @param places true for a GPS directory, every value of which but its version is a place. Exif 2.3 §4.6.6 */
    void directory(Ifd directory, boolean places) throws IOException {
        for (Ifd.Outside value : directory.outside()) {
            if (value.repeated() && value.tag() == Tag.IMAGE_DESCRIPTION) {
                furtherDescription(value);
            }
        }
        for (int tag : directory.tags()) {
            long length = directory.valueBytes(tag);
            long offset = directory.valueOffset(tag);
            if (length <= 0 || offset < 0 || offset > file.sizeBytes() - length) {
                continue;
            }
            try {
                if (places && tag > 0) {
                    block(DirectoryWalk.GPS, TagIdentity.of(DirectoryWalk.GPS), offset, length);
                } else if (!places) {
                    field(directory, tag, rule(directory, tag));
                }
            } catch (UnreadableImage damaged) {
                outOfReach(tag, offset);
            }
        }
    }

    /** tifffile keeps the axes in a second field of that number. */
    private void furtherDescription(Ifd.Outside value) throws IOException {
        Place place = new Place(value.tag(), TagIdentity.of(value.tag()), value.offset());
        if (value.length() > Ifd.MOST_TEXT_BYTES) {
            found.outOfReach(Set.of(Kind.PRIVATE_TAG), place.name(), value.offset());
        } else if (value.offset() >= 0 && value.length() > 0 && value.offset() <= file.sizeBytes() - value.length()) {
            byte[] bytes = file.bytes(value.offset(), (int) value.length()).array();
            judged(bytes, TextCoding.of(bytes), place);
        }
    }

    private TagIdentity rule(Ifd directory, int tag) throws IOException {
        TagIdentity rule = TagIdentity.of(tag);
        boolean odd = rule.handling() == Handling.HARMLESS && !StructureTags.isSound(file, directory, tag);
        return odd ? TagIdentity.MISUSED : rule;
    }

    private void field(Ifd directory, int tag, TagIdentity rule) throws IOException {
        long offset = directory.valueOffset(tag);
        switch (rule.handling()) {
            case HARMLESS, DIRECTORIES, PLACES -> {}
            case OUT_OF_REACH -> outOfReach(tag, offset);
            case BLOCK -> block(tag, rule, offset, directory.valueBytes(tag));
            default -> {
                if (directory.valueBytes(tag) <= Ifd.MOST_TEXT_BYTES) {
                    text(directory, directory.raw(tag), new Place(tag, rule, offset));
                } else {
                    outOfReach(tag, offset);
                }
            }
        }
    }

    /** A field and where its value stands. */
    private record Place(int tag, TagIdentity rule, long offset) {

        Place behind(int bytes) {
            return new Place(tag, rule, offset + bytes);
        }

        String name() {
            return "tag " + tag + " " + rule.name();
        }
    }

    void outOfReach(int tag, long offset) throws IOException {
        found.outOfReach(Set.of(Kind.PRIVATE_TAG), new Place(tag, TagIdentity.of(tag), offset).name(), offset);
    }

    /** Overwritten with blanks where it is XML, else with zeros; piece by piece, because such blocks can be large. */
    private void block(int tag, TagIdentity rule, long offset, long length) throws IOException {
        Set<Kind> kinds = Set.of(rule.kind());
        for (long at = 0; at < length; at += PIECE_BYTES) {
            byte[] piece = new byte[(int) Math.min(PIECE_BYTES, length - at)];
            file.read(offset + at, piece, 0, piece.length);
            if (isBlank(piece)) {
                continue;
            }
            byte[] blank = new byte[piece.length];
            Arrays.fill(blank, (byte) (tag == XMP ? ' ' : 0));
            found.replace(kinds, new Place(tag, rule, offset).name(), offset + at, piece, blank);
            kinds = Set.of();
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

    private void text(Ifd directory, byte[] bytes, Place place) throws IOException {
        switch (place.rule.handling()) {
            case DATE -> blanked(bytes, coding(directory, bytes, place), ' ', place);
            case PERSONAL, WIDE_PERSONAL -> blanked(bytes, coding(directory, bytes, place), 'X', place);
            case TEXT, WIDE_TEXT -> judged(bytes, coding(directory, bytes, place), place);
            case COMMENT -> comment(bytes, place);
            case DESCRIPTION -> description(directory, bytes, place);
            case IMAGEJ -> imageJ(directory, bytes, place);
            case JPEG_TABLES -> tables(bytes, place);
            case UNKNOWN -> unknown(bytes, place);
            default -> throw new IllegalStateException("no text: " + place.rule);
        }
    }

    private void unknown(byte[] bytes, Place place) throws IOException {
        TextCoding coding = PrivateText.coding(bytes, file.order());
        if (coding != null) {
            blanked(bytes, coding, 'X', place);
        }
    }

    private void tables(byte[] bytes, Place place) throws IOException {
        if (!JpegParts.looksLike(bytes)) {
            unknown(bytes, place);
        }
        for (UnneededBytes.Part part : JpegParts.unneeded(bytes)) {
            byte[] own = Arrays.copyOfRange(bytes, part.start(), part.end());
            Set<Kind> kinds = BlockIdentity.kinds(part.kind(), own);
            if (!kinds.isEmpty() || part.kind() != UnneededBytes.Kind.PROFILE) {
                found.replace(kinds, place.name(), place.offset + part.start(), own, new byte[own.length]);
            }
        }
    }

    /** By the field's type; null where numbers spell no text. Windows writes letters of two bytes, little-endian, as BYTE. */
    private TextCoding coding(Ifd directory, byte[] bytes, Place place) {
        int type = directory.type(place.tag);
        if (type != 1 && type != ASCII && type != 6 && type != 7) {
            return PrivateText.shortCoding(bytes, file.order());
        }
        Handling handling = place.rule.handling();
        boolean wide = handling == Handling.WIDE_TEXT || handling == Handling.WIDE_PERSONAL;
        if (wide && type != ASCII && !PrivateText.isNarrow(bytes)) {
            return new TextCoding(StandardCharsets.UTF_16LE);
        }
        TextCoding found = PrivateText.shortCoding(bytes, file.order());
        return found == null ? TextCoding.of(bytes) : found;
    }

    private void blanked(byte[] bytes, TextCoding coding, char by, Place place) throws IOException {
        if (coding != null) {
            byte[] blank = coding.encode(coding.blanked(coding.decode(bytes), by));
            Kind kind = place.rule.kind() == null ? Kind.PRIVATE_TAG : place.rule.kind();
            found.replace(Set.of(kind), place.name(), place.offset, bytes, blank);
        }
    }

    private void judged(byte[] bytes, TextCoding coding, Place place) throws IOException {
        String text = coding == null ? "" : coding.decode(bytes);
        Set<Kind> kinds = coding == null ? Set.of() : coding.kinds(text);
        String masked = kinds.isEmpty() ? text : coding.masked(text);
        if (JsonText.isSound(text) && !JsonText.isSound(masked)) {
            found.outOfReach(kinds, place.name(), place.offset);
        } else if (!kinds.isEmpty()) {
            found.replace(kinds, place.name(), place.offset, bytes, coding.encode(masked));
        }
    }

    private void comment(byte[] bytes, Place place) throws IOException {
        if (bytes.length > 8) {
            byte[] text = Arrays.copyOfRange(bytes, 8, bytes.length);
            boolean wide = new String(bytes, 0, 7, StandardCharsets.US_ASCII).equals("UNICODE");
            judged(text, wide ? wide() : TextCoding.of(text), place.behind(8));
        }
    }

    private TextCoding wide() {
        boolean big = file.order() == ByteOrder.BIG_ENDIAN;
        return new TextCoding(big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private void description(Ifd directory, byte[] bytes, Place place) throws IOException {
        if (!OmeDocument.looksLike(new String(bytes, StandardCharsets.UTF_8))) {
            judged(bytes, coding(directory, bytes, place), place);
            return;
        }
        Revealing ome = OmeIdentity.of(bytes, file.name());
        if (!ome.findings().isEmpty()) {
            boolean fits = ome.masked().length == bytes.length;
            found.handOn(ome.findings(), place.offset, fits ? ome.masked() : new byte[0]);
        }
    }

    private void imageJ(Ifd directory, byte[] bytes, Place place) throws IOException {
        var texts = ImageJMetadata.texts(directory, bytes, file.order());
        if (texts.isEmpty()) {
            unknown(bytes, place);
        }
        for (ImageJMetadata.Part text : texts) {
            byte[] part = Arrays.copyOfRange(bytes, text.start(), text.start() + text.length());
            judged(part, wide(), place.behind(text.start()));
        }
    }

    /** Texts behind the header, which programs look for without a field. */
    void headers(KnownHeaders headers) throws IOException {
        for (KnownHeaders.Text text : headers.texts()) {
            if (text.length() > Ifd.MOST_TEXT_BYTES) {
                found.outOfReach(Set.of(Kind.PRIVATE_TAG), "text behind the header", text.start());
                continue;
            }
            byte[] bytes = file.bytes(text.start(), (int) text.length()).array();
            TextCoding coding = TextCoding.of(bytes);
            Set<Kind> kinds = coding.kinds(coding.decode(bytes));
            if (!kinds.isEmpty()) {
                byte[] masked = coding.encode(coding.masked(coding.decode(bytes)));
                found.replace(kinds, "text behind the header", text.start(), bytes, masked);
            }
        }
    }
}
