package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.OmeXml.TiffData;

/** Planes as TiffData elements place them, in one or several files. OME-TIFF specification 6, "The TiffData element". */
final class OmePlanes implements PlaneMap {

    private static final int MOST_PLANES = 10_000_000;

    private final OmeXml ome;
    private final List<TiffFile> files;
    private final PageReader reader;
    private final int channels;
    private final int[] pageOf;
    private final int[] fileOf;

    /** @throws UnreadableImage when a plane has no page, or its file was not given */
    OmePlanes(OmeXml ome, List<TiffFile> files, PageLayout layout) {
        this.ome = ome;
        this.files = files;
        this.reader = new PageReader(layout);
        this.channels = ome.sizeC() / ome.samplesPerPixel();
        long planes = (long) channels * ome.sizeZ() * ome.sizeT();
        long pages = files.stream().mapToLong(TiffFile::pageCount).sum();
        if (channels < 1 || planes > Math.min(MOST_PLANES, pages)) {
            throw broken("%d planes (%d channels × %d sections × %d time points) for %d pages"
                    .formatted(planes, channels, ome.sizeZ(), ome.sizeT(), pages));
        }
        pageOf = new int[(int) planes];
        fileOf = new int[(int) planes];
        Arrays.fill(pageOf, -1);
        List<TiffData> blocks = ome.blocks().isEmpty() ? List.of(new TiffData(0, 0, 0, 0, -1, null)) : ome.blocks();
        blocks.forEach(this::place);
        for (int plane = 0; plane < pageOf.length; plane++) {
            if (pageOf[plane] < 0) {
                throw broken("no page for plane number " + plane + " of " + pageOf.length);
            }
        }
    }

    private void place(TiffData block) {
        int file = file(block.file());
        int at = position(block.firstT(), block.firstC(), block.firstZ());
        int left = block.count() < 0 ? pageOf.length - at : Math.min(block.count(), pageOf.length - at);
        if (at < 0 || block.page() < 0 || block.page() > files.get(file).pageCount() - left) {
            throw broken("planes on page %d to %d, of %d in %s"
                    .formatted(
                            block.page() + 1,
                            block.page() + (long) left,
                            files.get(file).pageCount(),
                            files.get(file).name()));
        }
        for (int i = 0; i < left; i++) {
            pageOf[at + i] = block.page() + i;
            fileOf[at + i] = file;
        }
    }

    private int file(String name) {
        if (name == null) {
            return 0;
        }
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).name().equals(name)) {
                return i;
            }
        }
        if (files.size() == 1 && ome.blocks().stream().allMatch(block -> name.equals(block.file()))) {
            return 0; // the one file was renamed
        }
        throw new UnreadableImage(
                "The OME-XML in %s places planes in %s, which was not given. Add that file to the image."
                        .formatted(files.get(0).name(), name));
    }

    /** Position in DimensionOrder, whose first letter runs fastest. */
    private int position(int t, int c, int z) {
        int position = 0;
        for (int i = 2; i >= 0; i--) {
            char axis = ome.order().charAt(i);
            int size = axis == 'C' ? channels : axis == 'Z' ? ome.sizeZ() : ome.sizeT();
            int index = axis == 'C' ? c : axis == 'Z' ? z : t;
            if (index < 0 || index >= size) {
                return -1;
            }
            position = position * size + index;
        }
        return position;
    }

    @Override
    public void read(int t, int c, int z, Rectangle area, byte[] destination) throws IOException {
        int plane = position(t, c / ome.samplesPerPixel(), z);
        int sample = c % ome.samplesPerPixel();
        PageReader.Region region = new PageReader.Region(sample, area.y(), area.x(), area.height(), area.width());
        reader.read(files.get(fileOf[plane]), pageOf[plane], region, destination);
    }

    private UnreadableImage broken(String what) {
        return new UnreadableImage(
                "The OME-XML in %s claims %s. Check that the file was copied whole, or save it again."
                        .formatted(files.get(0).name(), what));
    }
}
