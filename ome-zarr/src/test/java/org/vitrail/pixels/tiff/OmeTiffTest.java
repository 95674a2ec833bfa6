package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
import org.vitrail.pixels.WellPosition;

class OmeTiffTest {

    private static final String OME =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"";

    @TempDir
    private Path folder;

    private static String image(int number, String sizes, String inside) {
        return "<Image ID=\"Image:%d\" Name=\"image %d\"><Pixels ID=\"Pixels:%d\" DimensionOrder=\"XYZCT\" Type=\"uint16\" SizeX=\"37\" SizeY=\"29\" %s>%s</Pixels></Image>"
                .formatted(number, number, number, sizes, inside);
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

    @Test
    void everyImageOfTheXmlIsReadFromItsOwnPages() throws IOException {
        String single = "SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"";
        Path file = tiff(
                "a.ome.tif",
                3,
                OME + ">" + image(0, "SizeC=\"1\" SizeZ=\"2\" SizeT=\"1\"", "<TiffData IFD=\"1\" PlaneCount=\"2\"/>")
                        + image(1, single, "<TiffData IFD=\"0\"/>") + "</OME>");

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.images())
                    .extracting(image -> image.metadata().name() + " " + image.shape())
                    .containsExactly("image 0 1x1x2x29x37", "image 1 1x1x1x29x37");
            assertThat(value(fileset.images().get(0), 0, 1)).isEqualTo(TiffMaker.value(2, 0, 2, 3));
            assertThat(value(fileset.images().get(1), 0, 0)).isEqualTo(TiffMaker.value(0, 0, 2, 3));
        }
    }

    @Test
    void imagesWithoutPixelsAndUnreadableSizesAndColorsDoNotHinder() throws IOException {
        String single = "SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"";
        Path file = tiff(
                "a.ome.tif",
                1,
                OME + ">" + image(0, single, "<Channel ID=\"Channel:0:0\"/><MetadataOnly/>")
                        + image(
                                1,
                                single + " PhysicalSizeX=\"1,5\"",
                                "<Channel ID=\"C\" Name=\"c\" Color=\"#ff0000\"/><TiffData/>")
                        + "</OME>");

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.images()).singleElement().satisfies(image -> {
                assertThat(image.metadata().name()).isEqualTo("image 1");
                assertThat(image.metadata().pixelSizeX()).isNull();
                assertThat(image.metadata().channels().get(0).color()).isNull();
            });
        }
    }

    @Test
    void textsFullOfReferencesAreRead() throws IOException {
        String one = image(0, "SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"", "<TiffData/>");
        String many = "<Description>" + "&lt;a&gt; &#181;m &amp; ".repeat(30_000) + "</Description>";
        TiffMaker maker = new TiffMaker();
        maker.width = 400;
        maker.height = 400;
        maker.description = OME + ">" + one.replace("<Pixels", many + "<Pixels") + "</OME>";
        Path file = maker.write(folder.resolve("a.ome.tif"));

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.images()).hasSize(1);
        }
    }

    @Test
    void laterBlocksReplaceEarlierOnesAndCutThem() throws IOException {
        Path file = tiff(
                "a.ome.tif",
                6,
                OME + ">"
                        + image(
                                0,
                                "SizeC=\"1\" SizeZ=\"5\" SizeT=\"1\"",
                                "<TiffData/><TiffData FirstZ=\"2\" IFD=\"5\"/>")
                        + "</OME>");

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            PixelSource image = fileset.images().get(0);
            for (int z = 0; z < 5; z++) {
                assertThat(value(image, 0, z)).isEqualTo(TiffMaker.value(z == 2 ? 5 : z, 0, 2, 3));
            }
        }
    }

    @Test
    void platesTellWhereEachFieldWasTaken() throws IOException {
        String single = "SizeC=\"1\" SizeZ=\"1\" SizeT=\"1\"";
        Path file = tiff(
                "plate.ome.tif",
                3,
                OME + "><Plate ID=\"Plate:0\" Name=\"P7\"><Well ID=\"Well:0\" Row=\"1\" Column=\"11\">"
                        + "<WellSample ID=\"WellSample:0\" Index=\"0\"><ImageRef ID=\"Image:0\"/></WellSample>"
                        + "<WellSample ID=\"WellSample:1\" Index=\"1\"><ImageRef ID=\"Image:2\"/></WellSample></Well></Plate>"
                        + image(0, single, "<TiffData IFD=\"0\"/>") + image(1, single, "<TiffData IFD=\"1\"/>")
                        + image(2, single, "<TiffData IFD=\"2\"/>") + "</OME>");

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.images())
                    .extracting(image -> image.metadata().well())
                    .containsExactly(new WellPosition("P7", 1, 11, 0), null, new WellPosition("P7", 1, 11, 1));
        }
    }

    @Test
    void foldedAxesBecomeImagesWhosePagesRunFastest() throws IOException {
        String modulo = "<StructuredAnnotations><XMLAnnotation ID=\"Annotation:3\"><Value><Modulo>"
                + "<ModuloAlongT Type=\"lifetime\" Unit=\"ps\"><Label>250</Label><Label>500</Label></ModuloAlongT>"
                + "<ModuloAlongZ Type=\"angle\" Start=\"0\" End=\"180\" Step=\"90\"/>"
                + "</Modulo></Value></XMLAnnotation></StructuredAnnotations>";
        String image = image(0, "SizeC=\"1\" SizeZ=\"6\" SizeT=\"4\"", "<TiffData/>")
                .replace("</Image>", "<AnnotationRef ID=\"Annotation:3\"/></Image>");
        Path file = tiff("flim.ome.tif", 24, OME + ">" + image + modulo + "</OME>");

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.images()).hasSize(6);
            PixelSource fourth = fileset.images().get(4);
            assertThat(fourth.shape()).hasToString("2x1x2x29x37");
            assertThat(fourth.metadata().name()).isEqualTo("image 0 lifetime 500, angle 2");
            int t = 1 * 2 + 1;
            int z = 1 * 3 + 1;
            assertThat(value(fourth, 1, 1)).isEqualTo(TiffMaker.value(t * 6 + z, 0, 2, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ModuloAlongT Type=\"a\" Start=\"0\" End=\"1e300\"/>",
                "<ModuloAlongT Type=\"a\" Start=\"0\" End=\"1\" Step=\"0\"/>",
                "<ModuloAlongT Type=\"a\" Start=\"0\" End=\"2\"/>",
                "<ModuloAlongT Type=\"a\"/>"
            })
    void foldedAxesThatDoNotFitAreSaid(String along) throws IOException {
        String image = image(0, "SizeC=\"1\" SizeZ=\"1\" SizeT=\"4\"", "<TiffData/>")
                .replace("</Image>", "<AnnotationRef ID=\"A\"/></Image>");
        Path file = tiff(
                "bad.ome.tif",
                4,
                OME + ">" + image + "<StructuredAnnotations><XMLAnnotation ID=\"A\"><Value><Modulo>" + along
                        + "</Modulo></Value></XMLAnnotation></StructuredAnnotations></OME>");

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("bad.ome.tif");
    }
}
