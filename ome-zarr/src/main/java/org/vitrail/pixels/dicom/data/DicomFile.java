package org.vitrail.pixels.dicom.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrail.pixels.UnsupportedImage;

/**
 * A DICOM file: where its data set begins and how it is written; with or without preamble and file meta information. PS3.10 §7.1.
 * Holds no open file; safe for several threads.
 */
public final class DicomFile implements Closeable {

    private static final int PREAMBLE_BYTES = 128;

    private final Path path;
    private final String name;
    private final TransferSyntax transferSyntax;
    private final Syntax syntax;
    private final Inflation.Inflated inflated;
    private final long metaAt;
    private final long metaEnd;

    private DicomFile(Path path, TransferSyntax transferSyntax, Syntax syntax, Inflation.Inflated inflated, Meta meta) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.transferSyntax = transferSyntax;
        this.syntax = syntax;
        this.inflated = inflated;
        this.metaAt = meta.at;
        this.metaEnd = meta.end;
    }

    /**
     * Looks where the data set begins.
     *
     * @throws org.vitrail.pixels.UnreadableImage when the meta information is damaged
     * @throws UnsupportedImage when the transfer syntax is not known
     */
    public static DicomFile open(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        try (DicomBytes in = new DicomBytes(path, name)) {
            long at = hasPreamble(in) ? PREAMBLE_BYTES + 4 : 0;
            Meta meta = meta(in, at);
            TransferSyntax transfer = transfer(in, meta);
            if (transfer.isDeflated()) {
                return new DicomFile(path, transfer, transfer.syntax(), Inflation.inflate(path, name, meta.end), meta);
            }
            Syntax syntax = transfer.uid().isEmpty() ? guess(in, meta.end) : confirmed(in, meta.end, transfer.syntax());
            return new DicomFile(path, transfer, syntax, null, meta);
        }
    }

    /** What the file meta information says, and where it begins and ends. */
    private record Meta(String transferSyntax, long at, long end) {}

    private static boolean hasPreamble(DicomBytes in) throws IOException {
        return in.size() >= PREAMBLE_BYTES + 4 && in.i32(PREAMBLE_BYTES, ByteOrder.BIG_ENDIAN) == 0x4449434d;
    }

    private static Meta meta(DicomBytes in, long from) throws IOException {
        ElementParser parser = new ElementParser(in);
        String uid = "";
        long at = from;
        while (in.size() - at >= 8 && in.u16(at, ByteOrder.LITTLE_ENDIAN) == 2) {
            Element element = parser.element(at, Syntax.EXPLICIT);
            long end = parser.end(element, 0);
            if (element.tag() == Tags.TRANSFER_SYNTAX_UID && element.length() <= 64) {
                uid = new String(
                                in.bytes(element.valueAt(), (int) element.length()),
                                java.nio.charset.StandardCharsets.US_ASCII)
                        .replace('\0', ' ')
                        .strip();
            }
            at = end;
        }
        return new Meta(uid, from, at);
    }

    private static TransferSyntax transfer(DicomBytes in, Meta meta) {
        if (meta.transferSyntax.isEmpty()) {
            return TransferSyntax.UNNAMED;
        }
        return TransferSyntax.find(meta.transferSyntax)
                .orElseThrow(() -> new UnsupportedImage(
                        "DICOM file %s has the transfer syntax %s, which is not known. Export it as explicit VR little endian."
                                .formatted(in.name(), printable(meta.transferSyntax))));
    }

    private static String printable(String uid) {
        return uid.replaceAll("[^0-9.]", "?");
    }

    /** Some files are implicit where they say explicit, or the other way round; their first element tells. */
    private static Syntax confirmed(DicomBytes in, long at, Syntax named) throws IOException {
        return in.size() - at < 8 ? named : new Syntax(guess(in, at).explicit(), named.order());
    }

    /** True when the data set is written as its transfer syntax demands. */
    public boolean isAsNamed() {
        return transferSyntax.uid().isEmpty() || syntax.equals(transferSyntax.syntax());
    }

    /** Without a transfer syntax: the byte order from the first group number, which is small, and the letters of a representation. */
    private static Syntax guess(DicomBytes in, long at) throws IOException {
        boolean big = in.u16(at, ByteOrder.LITTLE_ENDIAN) > in.u16(at, ByteOrder.BIG_ENDIAN);
        byte[] vr = in.bytes(at + 4, 2);
        boolean explicit = vr[0] >= 'A' && vr[0] <= 'Z' && vr[1] >= 'A' && vr[1] <= 'Z';
        return big ? new Syntax(explicit, ByteOrder.BIG_ENDIAN) : explicit ? Syntax.EXPLICIT : Syntax.IMPLICIT;
    }

    /** Where the file is. */
    public Path path() {
        return path;
    }

    /** Name without folders. */
    public String name() {
        return name;
    }

    /** As the file meta information names it; {@link TransferSyntax#UNNAMED} when that does not. */
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /** In which the data set is written. */
    public Syntax syntax() {
        return syntax;
    }

    /** Opens the bytes in which the data set lies, for one thread; offsets are counted in the inflated data set where it is deflated. */
    public DicomBytes bytes() throws IOException {
        return new DicomBytes(inflated == null ? path : inflated.dataset(), name);
    }

    /** Opens the file as it is stored, for one thread. */
    public DicomBytes stored() throws IOException {
        return new DicomBytes(path, name);
    }

    /** True when 128 bytes of anything stand before the prefix DICM. */
    public boolean hasPreamble() {
        return metaAt > 0;
    }

    /** Where the deflated data set ends in the file as it is stored; 0 when it is not deflated. */
    public long deflatedEnd() {
        return inflated == null ? 0 : inflated.end();
    }

    /** Goes through the file meta information, in the file as it is stored. */
    public void walkMeta(ElementParser parser, ElementParser.ElementVisitor visitor) throws IOException {
        parser.elements(metaAt, metaEnd, Syntax.EXPLICIT, 0, visitor);
    }

    private long datasetAt() {
        return inflated == null ? metaEnd : 0;
    }

    /** The elements of the top level. */
    public Dataset dataset(DicomBytes in) throws IOException {
        return Dataset.readWhole(new ElementParser(in), datasetAt(), syntax);
    }

    /** Goes through the elements of the top level. */
    public void walk(ElementParser parser, ElementParser.ElementVisitor visitor) throws IOException {
        Dataset.walkWhole(parser, datasetAt(), syntax, visitor);
    }

    @Override
    public void close() throws IOException {
        if (inflated != null) {
            Files.deleteIfExists(inflated.dataset());
        }
    }
}
