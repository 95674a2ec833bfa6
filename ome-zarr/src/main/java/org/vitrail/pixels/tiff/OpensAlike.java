package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/**
 * Proves that a copy opens like its original, where that opens alone: as many images, of the same shape and type, and the same pixels
 * where planes lie behind the one page of a file, which a comparison by pages does not see.
 */
final class OpensAlike {

    private static final int SIDE = 512;

    private OpensAlike() {}

    static boolean check(Path file, Path copy) throws IOException {
        try (TiffFileset before = TiffImages.open(List.of(file), null)) {
            return before.files().used().size() > 1 || check(before, copy);
        } catch (PixelsException partOfOthers) {
            return true; // pages have been compared, and there is nothing else to be read
        }
    }

    private static boolean check(TiffFileset before, Path copy) throws IOException {
        try (TiffFileset after = TiffImages.open(List.of(copy), null)) {
            TiffFile file = after.files().tiff(copy).get();
            long pagesSamples = file.page(0).number(Tag.SAMPLES_PER_PIXEL, 1) * file.pageCount();
            boolean alike = after.images().size() == before.images().size();
            for (int i = 0; alike && i < before.images().size(); i++) {
                alike = same(before.images().get(i), after.images().get(i), pagesSamples);
            }
            return alike;
        } catch (PixelsException damaged) {
            return false;
        }
    }

    private static boolean same(PixelSource one, PixelSource two, long pagesSamples) throws IOException {
        PixelShape shape = one.shape();
        boolean alike = shape.equals(two.shape()) && one.type() == two.type();
        boolean beyondPages = shape.planes() > pagesSamples;
        for (long plane = 0; beyondPages && alike && plane < shape.planes(); plane++) {
            alike = samePlane(one, two, plane);
        }
        return alike;
    }

    private static boolean samePlane(PixelSource one, PixelSource two, long plane) throws IOException {
        PixelShape shape = one.shape();
        int z = (int) (plane % shape.z());
        int c = (int) (plane / shape.z() % shape.c());
        int t = (int) (plane / shape.z() / shape.c());
        byte[] before = new byte[SIDE * SIDE * one.type().bytes()];
        byte[] after = new byte[before.length];
        for (long y = 0; y < shape.y(); y += SIDE) {
            for (long x = 0; x < shape.x(); x += SIDE) {
                int height = (int) Math.min(SIDE, shape.y() - y);
                int width = (int) Math.min(SIDE, shape.x() - x);
                one.read(t, c, z, y, x, height, width, before);
                two.read(t, c, z, y, x, height, width, after);
                if (!Arrays.equals(before, after)) {
                    return false;
                }
            }
        }
        return true;
    }
}
