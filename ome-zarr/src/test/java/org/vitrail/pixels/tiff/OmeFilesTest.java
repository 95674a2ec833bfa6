package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.file.OpenFiles;

/** OME-TIFF in several files: which are opened, which are refused, and how many stay open. */
class OmeFilesTest {

    private static final String OME =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"";

    @TempDir
    private Path folder;

    private static String image(int number, String sizes, String inside) {
        return "<Image ID=\"Image:%d\" Name=\"image %d\"><Pixels ID=\"Pixels:%d\" DimensionOrder=\"XYZCT\" Type=\"uint16\" SizeX=\"37\" SizeY=\"29\" %s>%s</Pixels></Image>"
                .formatted(number, number, number, sizes, inside);
    }

    private static String in(String file) {
        return "<UUID FileName=\"" + file + "\">urn:uuid:" + file.hashCode() + "</UUID></TiffData>";
    }

    private Path tiff(String name, int pages, String description) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.pages = pages;
        maker.description = description;
        return maker.write(folder.resolve(name));
    }

    private static double value(PixelSource image, int t, int z) throws IOException {
        byte[] one = new byte[2];
        image.read(t, 0, z, 2, 3, 1, 1, one);
        return SampleValues.at(PixelType.UINT16, one, 0);
    }

    private Path companion(int files) throws IOException {
        StringBuilder blocks = new StringBuilder();
        for (int t = 0; t < files; t++) {
            tiff(
                    "t" + t + ".ome.tif",
                    2,
                    OME + "><BinaryOnly MetadataFile=\"set.companion.ome\" UUID=\"urn:uuid:1\"/></OME>");
            blocks.append("<TiffData FirstT=\"%d\" IFD=\"0\" PlaneCount=\"2\">".formatted(t))
                    .append(in("t" + t + ".ome.tif"));
        }
        String text = OME + " UUID=\"urn:uuid:1\">"
                + image(0, "SizeC=\"1\" SizeZ=\"2\" SizeT=\"" + files + "\"", blocks.toString()) + "</OME>";
        return Files.writeString(folder.resolve("set.companion.ome"), text);
    }

    @Test
    void companionFilesAreReadAloneFromTheirFolderOrThroughAnyOfTheirImages() throws IOException {
        Path companion = companion(3);
        for (List<Path> given : List.of(
                List.of(companion),
                List.of(folder),
                List.of(folder.resolve("t1.ome.tif")),
                List.of(folder.resolve("t0.ome.tif"), folder.resolve("t1.ome.tif"), companion))) {
            try (Fileset fileset = ImageReaders.openAll(given, null)) {
                assertThat(fileset.images()).hasSize(1);
                assertThat(fileset.images().get(0).shape()).hasToString("3x1x2x29x37");
                assertThat(value(fileset.images().get(0), 2, 1)).isEqualTo(TiffMaker.value(1, 0, 2, 3));
            }
        }
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path companion = companion(3);
        Files.delete(folder.resolve("t1.ome.tif"));

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(companion), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("set.companion.ome")
                .hasMessageContaining("t1.ome.tif, which was not given");
        Files.delete(companion);
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(folder.resolve("t0.ome.tif")), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("t0.ome.tif")
                .hasMessageContaining("set.companion.ome, which was not given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../t0.ome.tif", "/etc/t0.ome.tif", "..", "", "a\\t0.ome.tif", "C:t0.ome.tif", "sub/t0.ome.tif"})
    void namesThatReachIntoOtherFoldersAreRefused(String name) throws IOException {
        tiff("t0.ome.tif", 1, "");
        Path companion = Files.writeString(
                folder.resolve("set.companion.ome"),
                OME + ">" + image(0, "SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"", "<TiffData IFD=\"0\">" + in(name))
                        + "</OME>");

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(companion), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("not a name without folders");
    }

    @Test
    void linksBesideAreNotFollowedUnlessGiven() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        TiffMaker maker = new TiffMaker();
        Path target = maker.write(other.resolve("x.tif"));
        Path link = Files.createSymbolicLink(folder.resolve("t0.ome.tif"), target);
        Path companion = Files.writeString(
                folder.resolve("set.companion.ome"),
                OME + ">" + image(0, "SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"", "<TiffData IFD=\"0\">" + in("t0.ome.tif"))
                        + "</OME>");

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(companion), null)).hasMessageContaining("not given");
        try (Fileset fileset = ImageReaders.openAll(List.of(companion, link), null)) {
            assertThat(fileset.images()).hasSize(1);
        }
    }

    @Test
    void onlySoManyFilesStayOpen() throws IOException {
        Path companion = companion(3 * OpenFiles.MOST_OPEN);

        try (TiffFileset fileset = TiffImages.open(List.of(companion), null)) {
            assertThat(fileset.files().openCount()).isEqualTo(1);
            for (int t = 0; t < 3 * OpenFiles.MOST_OPEN; t++) {
                assertThat(value(fileset.images().get(0), t, 0)).isEqualTo(TiffMaker.value(0, 0, 2, 3));
                assertThat(fileset.files().openCount()).isLessThanOrEqualTo(OpenFiles.MOST_OPEN);
            }
        }
    }

    @Test
    void severalThreadsReadWhileFilesAreOpenedAndClosed() throws Exception {
        int files = 2 * OpenFiles.MOST_OPEN;
        Path companion = companion(files);

        try (TiffFileset fileset = TiffImages.open(List.of(companion), null);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Double>> reads = new ArrayList<>();
            for (int i = 0; i < 8 * files; i++) {
                int t = i * 7 % files;
                int z = i % 2;
                reads.add(() -> value(fileset.images().get(0), t, z) - TiffMaker.value(z, 0, 2, 3));
            }
            for (Future<Double> read : threads.invokeAll(reads)) {
                assertThat(read.get()).isZero();
            }
            assertThat(fileset.files().openCount()).isLessThanOrEqualTo(OpenFiles.MOST_OPEN);
        }
    }

    @Test
    void closedFilesetsReadNoMore() throws IOException {
        Path file = tiff("a.tif", 1, "");
        Fileset fileset = ImageReaders.openAll(List.of(file), null);
        fileset.close();

        assertThatThrownBy(() -> value(fileset.images().get(0), 0, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void aPageThatALaterFileLacksIsNamedWhenItIsRead() throws IOException {
        Path companion = companion(3);
        tiff("t2.ome.tif", 1, "");

        try (Fileset fileset = ImageReaders.openAll(List.of(companion), null)) {
            assertThatThrownBy(() -> value(fileset.images().get(0), 2, 1))
                    .isInstanceOf(UnreadableImage.class)
                    .hasMessageContaining("t2.ome.tif")
                    .hasMessageContaining("page 2 is wanted");
        }
    }

    @Test
    void separateOmeTiffsGivenTogetherAreImagesOneAfterTheOther() throws IOException {
        String own = OME + ">" + image(0, "SizeC=\"1\" SizeZ=\"2\" SizeT=\"1\"", "<TiffData/>") + "</OME>";
        Path a = tiff("a.ome.tif", 2, own);
        Path b = tiff("b.ome.tif", 2, own);
        Path plain = tiff("c.tif", 2, "");

        try (Fileset fileset = ImageReaders.openAll(List.of(a, b), null)) {
            assertThat(fileset.images()).hasSize(2);
        }
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(a, plain), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("c.tif");
    }
}
