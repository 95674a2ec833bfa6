package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.aperio.AperioText;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.LazyTiff;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.ome.OmeDocument;
import org.vitrail.pixels.tiff.ome.OmeImages;
import org.vitrail.pixels.tiff.ome.OmeSource;
import org.vitrail.pixels.tiff.ome.OmeText;
import org.vitrail.pixels.tiff.ome.OmeXml;
import org.vitrail.pixels.tiff.ome.TiffFiles;
import org.vitrail.pixels.tiff.stack.StackImages;

/** Opens all images that TIFF files hold together: by their OME-XML, by ImageJ's description, or page by page. */
final class TiffImages {

    private final TiffFiles files;
    private final List<PixelSource> images = new ArrayList<>();
    private final List<TiffFile> plain = new ArrayList<>();

    private TiffImages(TiffFiles files) {
        this.files = files;
    }

    /**
     * Opens TIFF files and files of OME-XML.
     *
     * @param axes hint, or null
     * @throws UnreadableImage when a file is damaged, missing, or does not say what its pages are
     * @throws UnsupportedImage for slide scanners' files, and what is not read
     */
    static TiffFileset open(List<Path> paths, String axes) throws IOException {
        TiffFiles files = new TiffFiles(paths);
        boolean opened = false;
        try {
            TiffFileset fileset = new TiffFileset(new TiffImages(files).openAll(axes), files);
            opened = true;
            return fileset;
        } catch (ArithmeticException | IllegalArgumentException absurd) {
            throw new UnreadableImage(
                    "TIFF file %s claims a size that no image has (%s). Check that it was copied whole."
                            .formatted(paths.get(0).getFileName(), absurd.getMessage()),
                    absurd);
        } finally {
            if (!opened) {
                files.close();
            }
        }
    }

    /** Pure OME-XML first: TIFF files that it places planes in need not speak for themselves. */
    private List<PixelSource> openAll(String axes) throws IOException {
        for (Path path : files.given()) {
            if (OmeText.isDocument(path)) {
                addDocument(path, OmeText.read(path));
            }
        }
        for (Path path : files.given()) {
            if (!files.isUsed(path)) {
                addTiff(files.tiff(path));
            }
        }
        if (!plain.isEmpty()) {
            if (!images.isEmpty()) {
                throw new UnsupportedImage(
                        "No OME-XML of the files given with it mentions %s, and it has none of its own. Give it as an image of its own."
                                .formatted(plain.get(0).name()));
            }
            images.addAll(StackImages.of(NumberedNames.ordered(plain, TiffFile::name), axes, files.cache()));
        }
        return images;
    }

    private void addDocument(Path path, String text) throws IOException {
        files.useDocument(path);
        String name = String.valueOf(path.getFileName());
        OmeDocument document = OmeXml.parse(text, name);
        if (document.metadataFile() != null) {
            throw new UnreadableImage(
                    "The OME-XML in %s refers to another file (%s) instead of describing images. Give that one."
                            .formatted(name, TiffFiles.shown(document.metadataFile())));
        }
        images.addAll(OmeImages.of(new OmeSource(document, path, null, files), files.cache()));
    }

    private void addTiff(LazyTiff lazy) throws IOException {
        TiffFile file = lazy.get();
        Ifd page = file.page(0);
        String description = page.text(Tag.IMAGE_DESCRIPTION);
        refuseOthers(file, page);
        if (!OmeDocument.looksLike(description)) {
            plain.add(file);
            return;
        }
        OmeDocument document = OmeXml.parse(description, file.name());
        if (document.metadataFile() == null) {
            images.addAll(OmeImages.of(new OmeSource(document, lazy.path(), lazy, files), files.cache()));
            return;
        }
        Path metadata = files.find(document.metadataFile(), lazy.path())
                .orElseThrow(() -> new UnreadableImage(
                        "%s says that its metadata are in %s, which was not given. Add that file to the image."
                                .formatted(file.name(), document.metadataFile())));
        if (files.isUsed(metadata) || !OmeText.isDocument(metadata)) {
            throw new UnreadableImage(
                    "%s says that its metadata are in %s, which does not mention it. Check that the files belong together."
                            .formatted(file.name(), document.metadataFile()));
        }
        addDocument(metadata, OmeText.read(metadata));
    }

    private static void refuseOthers(TiffFile file, Ifd page) throws IOException {
        boolean hamamatsu =
                page.has(Tag.HAMAMATSU_FORMAT) || page.text(Tag.MAKE).startsWith("Hamamatsu");
        if (hamamatsu || AperioText.looksLike(page)) {
            throw new UnsupportedImage(
                    "%s is a whole-slide scan (%s), which is an image of its own. Give it without other files."
                            .formatted(file.name(), hamamatsu ? "Hamamatsu NDPI" : "Aperio SVS"));
        }
        if (page.count(Tag.METAMORPH_PLANES) > 1 && file.pageCount() == 1) {
            throw new UnsupportedImage(
                    "%s is a MetaMorph stack, whose planes have no pages. Save it as OME-TIFF or ImageJ TIFF."
                            .formatted(file.name()));
        }
    }
}
