package org.vitrail.cli.demo.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.cli.demo.synthetic.OmeTiffFile.ChannelName;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/**
 * Writes the demo's data sets into a folder, each with its {@code dataset.yaml}, so that they are deposited exactly as a
 * researcher's own. The digests in the descriptions come from the arrays in memory, not from a file that was read back.
 */
public final class SyntheticSets {

    private static final ChannelName NUCLEI = new ChannelName("nuclei", "3B82F6");
    private static final ChannelName MEMBRANES = new ChannelName("membranes", "F59E0B");
    private static final ChannelName CELLS = new ChannelName("cells", "22C55E");
    private static final ChannelName TRUTH = new ChannelName("truth", "FFFFFF");
    private static final double PIXEL_SIZE_MICROMETER = 0.25;

    private SyntheticSets() {}

    /**
     * Writes all data sets below the folder; about 30 MB, the same bytes at every call.
     *
     * @return the descriptions, in the order in which to deposit them
     */
    public static List<Path> write(Path folder) throws IOException {
        return List.of(stack(folder), series(folder), mosaic(folder), twoSpecies(folder));
    }

    private static Path stack(Path folder) throws IOException {
        Path set = Files.createDirectories(folder.resolve("stack"));
        var scene = new CellScene(new PixelShape(1, 2, 12, 512, 512), 70, 22, 1);
        String image = image(set, "stack.ome.tif", scene, PixelType.UINT16, List.of(NUCLEI, MEMBRANES));
        String truth = truth(set, "stack_labels.ome.tif", scene);
        return describe(
                set,
                "Synthetic human cells, nuclei and membranes in three dimensions",
                "NCBITaxon:9606",
                "FBbi:00000251",
                """
                  - name: stack
                    images:
                      - files: [stack.ome.tif]
                        name: two channels, twelve sections
                        digest: %s
                        labels: [{file: stack_labels.ome.tif, name: nuclei, digest: %s}]
                """.formatted(image, truth));
    }

    private static Path series(Path folder) throws IOException {
        Path set = Files.createDirectories(folder.resolve("series"));
        var scene = new CellScene(new PixelShape(16, 1, 1, 256, 256), 28, 13, 2);
        String image = image(set, "series.ome.tif", scene, PixelType.UINT8, List.of(CELLS));
        String truth = truth(set, "series_labels.ome.tif", scene);
        return describe(
                set,
                "Synthetic mouse cells migrating over sixteen frames",
                "NCBITaxon:10090",
                "FBbi:00000246",
                """
                  - name: series
                    images:
                      - files: [series.ome.tif]
                        name: migration, sixteen frames
                        digest: %s
                        labels: [{file: series_labels.ome.tif, name: cells, digest: %s}]
                """.formatted(image, truth));
    }

    private static Path mosaic(Path folder) throws IOException {
        Path set = Files.createDirectories(folder.resolve("mosaic"));
        var scene = new CellScene(new PixelShape(1, 1, 1, 2300, 3100), 900, 26, 3);
        String image = image(set, "mosaic.ome.tif", scene, PixelType.UINT16, List.of(CELLS));
        return describe(
                set, "Synthetic mouse tissue, one large mosaic", "NCBITaxon:10090", "FBbi:00000246", """
                  - name: mosaic
                    images:
                      - files: [mosaic.ome.tif]
                        name: stitched mosaic
                        digest: %s
                """.formatted(
                                image));
    }

    private static Path twoSpecies(Path folder) throws IOException {
        Path set = Files.createDirectories(folder.resolve("two-species"));
        var human = new CellScene(new PixelShape(1, 2, 1, 384, 384), 40, 18, 4);
        var mouse = new CellScene(new PixelShape(1, 2, 1, 384, 384), 60, 13, 5);
        String humanDigest = image(set, "human.ome.tif", human, PixelType.UINT16, List.of(NUCLEI, MEMBRANES));
        String mouseDigest = image(set, "mouse.ome.tif", mouse, PixelType.UINT16, List.of(NUCLEI, MEMBRANES));
        return describe(
                set, "Synthetic cells of two species side by side", "NCBITaxon:9606", "FBbi:00000251", """
                  - name: human
                    images:
                      - files: [human.ome.tif]
                        name: human cells
                        digest: %s
                  - name: mouse
                    organisms: [NCBITaxon:10090]
                    images:
                      - files: [mouse.ome.tif]
                        name: mouse cells
                        digest: %s
                """.formatted(
                                humanDigest, mouseDigest));
    }

    private static String image(Path set, String file, CellScene scene, PixelType type, List<ChannelName> channels)
            throws IOException {
        boolean bytes = type == PixelType.UINT8;
        SyntheticImage image = scene.image(type, bytes ? 12 : 180, bytes ? 190 : 4200);
        OmeTiffFile.write(set.resolve(file), image, "synthetic", PIXEL_SIZE_MICROMETER, channels);
        return PixelDigest.of(image);
    }

    private static String truth(Path set, String file, CellScene scene) throws IOException {
        SyntheticImage labels = scene.labels();
        OmeTiffFile.write(set.resolve(file), labels, "synthetic truth", PIXEL_SIZE_MICROMETER, List.of(TRUTH));
        return PixelDigest.of(labels);
    }

    private static Path describe(Path set, String title, String organism, String method, String imageSets)
            throws IOException {
        String yaml = """
                title: %s
                description: >-
                  %s. These images were computed, not taken with a microscope: ellipsoid cells over a noisy background,
                  made to show the way of a data set through the federation.
                creators: [{organization: Vitrail demonstration}]
                license: CC0-1.0
                organisms: [%s]
                imagingMethods: [%s]
                keywords: [synthetic, demonstration]
                access: open
                imageSets:
                """.formatted(title, title, organism, method) + imageSets;
        return Files.writeString(set.resolve("dataset.yaml"), yaml);
    }
}
