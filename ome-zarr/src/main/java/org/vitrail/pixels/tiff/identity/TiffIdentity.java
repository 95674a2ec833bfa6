package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.util.function.Consumer;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Names everything in a TIFF file that could reveal a person: in its fields, inside strips and tiles, and where no field points to. */
public final class TiffIdentity {

    private TiffIdentity() {}

    /**
     * What lies where it cannot be looked at, in damaged directories below pages or in texts of many megabytes, is found with nothing to
     * replace it: the pixels may be sound, but the file cannot be kept. Stretches without findings are taken out of copies beside others.
     *
     * @throws org.vitrail.pixels.UnreadableImage when the directory of a page is damaged
     * @throws org.vitrail.pixels.UnsupportedImage when very many directories stand below pages
     */
    public static void scan(TiffFile file, Revealing.Sink sink) throws IOException {
        scan(file, sink, true);
    }

    /**
     * The findings alone. Strips and tiles in whose stored bytes no text stands are not decoded, which costs a tenth.
     *
     * @throws org.vitrail.pixels.UnreadableImage as {@link #scan}, and UnsupportedImage likewise
     */
    public static void findings(TiffFile file, Consumer<IdentityFinding> sink) throws IOException {
        scan(file, found -> found.findings().forEach(sink), false);
    }

    private static void scan(TiffFile file, Revealing.Sink sink, boolean thorough) throws IOException {
        FoundStretches found = new FoundStretches(file.name(), sink);
        FieldIdentity fields = new FieldIdentity(file, found);
        DirectoryWalk.visit(file, new DirectoryWalk.Visitor() {
            @Override
            public void directory(Ifd directory, int page, int tag) throws IOException {
                found.onPage(page);
                fields.directory(directory, tag == DirectoryWalk.GPS);
            }

            @Override
            public void damaged(int page, int tag, long offset) throws IOException {
                found.onPage(page);
                fields.outOfReach(tag, offset);
            }
        });
        ReferencedBytes referenced = ReferencedBytes.of(file);
        found.onPage(0);
        fields.headers(referenced.headers());
        BlockIdentity.scan(file, referenced, found, thorough);
        found.onPage(0);
        GapIdentity.scan(file, referenced, found);
    }
}
