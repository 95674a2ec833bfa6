package org.vitrail.pixels.tiff.aperio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.tiff.block.BlockDecoder;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.identity.TagIdentity;
import org.vitrail.pixels.tiff.identity.TiffIdentity;
import org.vitrail.pixels.tiff.page.BlockCache;
import org.vitrail.pixels.tiff.page.PageLayout;
import org.vitrail.pixels.tiff.page.PageReader;
import org.vitrail.pixels.tiff.page.TiffPixels;

/** One open SVS file: its first page is the image, further tiled pages are reduced resolutions, pages in strips are pictures beside it. */
final class AperioSlide implements Fileset {

    private static final int MOST_PAGES = 10_000;

    private final OpenFiles open;
    private final TiffFile file;
    private final PixelSource image;

    private AperioSlide(OpenFiles open, TiffFile file, PixelSource image) {
        this.open = open;
        this.file = file;
        this.image = image;
    }

    /**
     * Opens a file that {@link AperioText#looksLike} was true for.
     *
     * @throws UnreadableImage when it is damaged
     * @throws UnsupportedImage when it has several focal planes, or is compressed in a way that is not read
     */
    static AperioSlide open(Path path) throws IOException {
        OpenFiles open = new OpenFiles();
        boolean opened = false;
        try {
            TiffFile file = new TiffFile(path, open);
            AperioSlide slide = new AperioSlide(open, file, image(file));
            opened = true;
            return slide;
        } catch (ArithmeticException | IllegalArgumentException absurd) {
            throw new UnreadableImage(
                    "TIFF file %s claims a size that no image has (%s). Check that it was copied whole."
                            .formatted(path.getFileName(), absurd.getMessage()),
                    absurd);
        } finally {
            if (!opened) {
                open.close();
            }
        }
    }

    private static PixelSource image(TiffFile file) throws IOException {
        Ifd page = file.page(0);
        PageLayout layout = PageLayout.of(file, page);
        BlockDecoder.checkSupported(file, layout.compression());
        refuseFocalPlanes(file, layout);
        PixelShape shape = new PixelShape(1, layout.samples(), 1, layout.height(), layout.width());
        Double size = AperioText.of(page).pixelSize();
        String axes = layout.samples() > 1 ? "cyx" : "yx";
        SourceMetadata metadata = new SourceMetadata(null, axes, size, size, null, List.of(), layout.isRgb(page));
        PageReader reader = new PageReader(layout, new BlockCache(64L << 20));
        return new TiffPixels(shape, layout.type(), metadata, (t, c, z, area, to) -> {
            PageReader.Region region = new PageReader.Region(c, area.y(), area.x(), area.height(), area.width());
            reader.read(file, 0, region, to);
        });
    }

    private static void refuseFocalPlanes(TiffFile file, PageLayout first) throws IOException {
        if (file.pageCount() > MOST_PAGES) {
            throw file.broken("it is a slide of " + file.pageCount() + " pages", 0);
        }
        for (int page = 1; page < file.pageCount(); page++) {
            Ifd other = file.page(page);
            if (other.has(Tag.TILE_OFFSETS)
                    && other.number(Tag.IMAGE_WIDTH, 0) == first.width()
                    && other.number(Tag.IMAGE_LENGTH, 0) == first.height()) {
                throw new UnsupportedImage(
                        "%s is an Aperio slide with several focal planes (page %d is as large as the first), of which only one would be read. Export them as OME-TIFF."
                                .formatted(file.name(), page + 1));
            }
        }
    }

    /** True for pictures of the slide, its label and the whole section: they are in strips, levels in tiles. */
    static boolean isPicture(int page, Ifd directory) {
        return page > 0 && !directory.has(Tag.TILE_OFFSETS);
    }

    @Override
    public List<PixelSource> images() {
        return List.of(image);
    }

    @Override
    public List<IdentityFinding> findings() {
        List<IdentityFinding> findings = new ArrayList<>();
        try {
            for (int page = 0; page < file.pageCount(); page++) {
                Ifd directory = file.page(page);
                if (isPicture(page, directory)) {
                    findings.add(picture(page, directory));
                } else if (page == 0) {
                    AperioText.of(directory).secrets().forEach(secret -> findings.add(text(secret)));
                }
            }
            TiffIdentity.findings(file, finding -> {
                if (!finding.where().contains("tag " + Tag.IMAGE_DESCRIPTION + " ")) {
                    findings.add(finding);
                }
            });
        } catch (IOException failed) {
            throw new UnreadableImage("%s could not be read: %s".formatted(file.name(), failed.getMessage()), failed);
        }
        return List.copyOf(findings);
    }

    private IdentityFinding picture(int page, Ifd directory) throws IOException {
        String kind = AperioText.of(directory).kind();
        boolean label = kind.equals("label") || directory.number(Tag.NEW_SUBFILE_TYPE, 0) == 1;
        boolean macro = kind.equals("macro") || directory.number(Tag.NEW_SUBFILE_TYPE, 0) == 9;
        String what = label ? "label picture" : macro ? "overview of the slide (macro)" : "thumbnail";
        String reason = label
                ? "Picture of the slide's label, on which names and numbers are written"
                : "Overview of the slide, on which the label or handwriting may be readable";
        return new IdentityFinding(
                label ? Kind.LABEL_IMAGE : Kind.OVERVIEW_IMAGE,
                file.name(),
                "page " + (page + 1) + ", " + what,
                reason,
                Treatment.REMOVED);
    }

    private IdentityFinding text(AperioText.Secret secret) {
        String key = secret.kind() == Kind.FREE_TEXT ? "further value" : secret.key();
        return new IdentityFinding(
                secret.kind(),
                file.name(),
                "ImageDescription, " + key,
                "Holds " + TagIdentity.meaning(secret.kind()),
                Treatment.REMOVED);
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
