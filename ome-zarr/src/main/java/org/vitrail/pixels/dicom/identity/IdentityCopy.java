package org.vitrail.pixels.dicom.identity;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.vitrail.pixels.dicom.data.Dataset;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.dicom.data.Syntax;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.dicom.data.TransferSyntax;

/**
 * Writes a DICOM file without what could reveal a person: elements of the profile removed, emptied or replaced, and among the
 * pixel data what is no pixel. Deflated files become explicit VR little endian. PS3.15 §E.1, PS3.10 §7.1.
 */
public final class IdentityCopy {

    private static final String IMPLEMENTATION = "2.25.264117311216083286431146219358171012057";

    private IdentityCopy() {}

    /**
     * Copies the file.
     *
     * @return false when nothing would be left (a slide's label or overview), when the file is not written as its transfer
     *     syntax demands, when it holds more frames than it says, or when its pixels cannot be read, or are not the same in the copy
     * @throws org.vitrail.pixels.UnreadableImage when the file is damaged; no copy is left then
     */
    public static boolean write(Path file, Path copy) throws IOException {
        try (DicomFile source = DicomFile.open(file);
                DicomBytes in = source.bytes()) {
            Dataset data = source.dataset(in);
            String syntax = syntax(source);
            boolean provable = !CodedFrames.isRefused(source) && !syntax.isEmpty() && source.isAsNamed();
            if (!provable || isLabelOrOverview(data) || !data.has(Tags.SOP_CLASS_UID)) {
                return false;
            }
            return writeAndProve(source, data, syntax, copy);
        }
    }

    /** A copy whose pixels are not the same does not stay, nor does one that could not be written to its end. */
    private static boolean writeAndProve(DicomFile source, Dataset data, String syntax, Path copy) throws IOException {
        Optional<CodedFrames> frames = CodedFrames.find(source, data);
        if (frames.isPresent() && frames.get().holdUncountedFrames()) {
            return false;
        }
        boolean proven = false;
        try {
            write(source, data, frames, syntax, copy);
            proven = SameFrames.in(frames, copy);
            return proven;
        } finally {
            if (!proven) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static void write(DicomFile source, Dataset data, Optional<CodedFrames> frames, String syntax, Path copy)
            throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            boolean replaced = data.text(Tags.PATIENT_IDENTITY_REMOVED).equals("YES");
            ElementWriter writer = new ElementWriter(out);
            meta(data, syntax, replaced, out);
            PixelCopy pixels = new PixelCopy(frames.orElse(null), writer);
            new CleanedElements(data, writer, pixels, replaced).write(source);
        }
    }

    private static boolean isLabelOrOverview(Dataset data) throws IOException {
        String flavor = PictureFindings.slideFlavor(data);
        return flavor.equals("LABEL") || flavor.equals("OVERVIEW");
    }

    private static String syntax(DicomFile source) {
        TransferSyntax named = source.transferSyntax();
        if (named == TransferSyntax.DEFLATED) {
            return TransferSyntax.EXPLICIT_LITTLE.uid();
        }
        if (named != TransferSyntax.UNNAMED) {
            return named.uid();
        }
        Syntax guessed = source.syntax();
        boolean big = guessed.order() == ByteOrder.BIG_ENDIAN;
        if (!guessed.explicit()) {
            return big ? "" : TransferSyntax.IMPLICIT_LITTLE.uid();
        }
        return (big ? TransferSyntax.EXPLICIT_BIG : TransferSyntax.EXPLICIT_LITTLE).uid();
    }

    /** Preamble and file meta information, made anew. */
    private static void meta(Dataset data, String syntax, boolean replaced, OutputStream out) throws IOException {
        String instance = data.text(Tags.SOP_INSTANCE_UID);
        java.io.ByteArrayOutputStream group = new java.io.ByteArrayOutputStream();
        ElementWriter writer = new ElementWriter(group);
        writer.value(0x00020001, "OB", Syntax.EXPLICIT, new byte[] {0, 1});
        writer.text(Tags.MEDIA_STORAGE_SOP_CLASS_UID, "UI", Syntax.EXPLICIT, data.text(Tags.SOP_CLASS_UID));
        writer.text(
                Tags.MEDIA_STORAGE_SOP_INSTANCE_UID,
                "UI",
                Syntax.EXPLICIT,
                replaced ? instance : Dummies.uids(instance));
        writer.text(Tags.TRANSFER_SYNTAX_UID, "UI", Syntax.EXPLICIT, syntax);
        writer.text(0x00020012, "UI", Syntax.EXPLICIT, IMPLEMENTATION);
        writer.text(0x00020013, "SH", Syntax.EXPLICIT, "VITRAIL");
        out.write(new byte[128]);
        out.write(new byte[] {'D', 'I', 'C', 'M'});
        byte[] length = new byte[4];
        java.nio.ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).putInt(group.size());
        new ElementWriter(out).value(0x00020000, "UL", Syntax.EXPLICIT, length);
        group.writeTo(out);
    }
}
