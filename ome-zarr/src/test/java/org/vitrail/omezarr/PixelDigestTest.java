package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.Samples;

/** Vectors and sample digests of contracts.md §7; the samples' were computed from tifffile's reading. */
class PixelDigestTest {

    @Test
    void bytesSmallerThanATile() throws IOException {
        PixelSource image =
                FormulaPixels.of(new PixelShape(1, 1, 1, 3, 4), PixelType.UINT8, (t, c, z, y, x) -> 10 * y + x);

        assertThat(PixelDigest.of(image)).isEqualTo("a0fcaaeba10299e087e9c452ea7dc92b0bf1e4e2b3f9e8a907a4d17cb4683ea9");
    }

    @Test
    void shortsOfTwoChannelsOverSeveralTiles() throws IOException {
        PixelSource image = FormulaPixels.of(
                new PixelShape(1, 2, 1, 600, 513),
                PixelType.UINT16,
                (t, c, z, y, x) -> (7 * y + 3 * x + 1000 * c) % 65536);

        assertThat(PixelDigest.of(image)).isEqualTo("b2e9effa88bd9e48087ace688c2016465ed773fff0c6d6649a183a37e39cd7a1");
    }

    @Test
    void floatsOverTimeAndDepth() throws IOException {
        PixelSource image = FormulaPixels.of(
                new PixelShape(2, 1, 3, 5, 5), PixelType.FLOAT32, (t, c, z, y, x) -> t + z / 2.0 - x / 4.0 + y);

        assertThat(PixelDigest.of(image)).isEqualTo("3bf3396f7656bb00ecdbb0d4d4fc329689e93be4dbf50216f197e9415830fdf5");
    }

    @ParameterizedTest
    @CsvSource({
        "bbbc022_hcs_3ch_u2os.tif,, 1x3x1x395x695, 1b4f99f1889cb19590e0418fabc7d84fdcbb2a73055ffa1ad311fd133810ac2d",
        "derived/bbbc022_3ch.ome.tif,, 1x3x1x395x695, 1b4f99f1889cb19590e0418fabc7d84fdcbb2a73055ffa1ad311fd133810ac2d",
        "cancer_cell_migration_timeseries.tif, tyx, 48x1x1x130x130,"
                + "cd3f1c3a423e1ea166fc74d92fb22b19dd4b9a6e6f78062fdbdd1318522c0c1c",
        "derived/cancer_cell_migration_T48.ome.tif,, 48x1x1x130x130,"
                + "cd3f1c3a423e1ea166fc74d92fb22b19dd4b9a6e6f78062fdbdd1318522c0c1c",
        "maize_clsm.tif,, 1x1x1x640x639, 1ea72a7c5ff906aa4c8ff57550a9630d17636e531d7642e487c9397366f4fef3",
        "stardist_img2d.tif,, 1x1x1x512x512, e65b7381c002c7f9c4fc77638d0fdc0c31c702b6e31658ebf499a57de345e29b",
        "stardist_img3d.tif,, 1x1x31x61x57, 7436474a23d978ecb6a31dab8409b24602f29535ace1f3eae05a0354759bdadb",
        "derived/stardist_img3d_zstack.ome.tif,, 1x1x31x61x57,"
                + "7436474a23d978ecb6a31dab8409b24602f29535ace1f3eae05a0354759bdadb",
        "platynereis_nuclei_labels_3d.tif, zyx, 1x1x103x256x256,"
                + "863e8b1342e17613afbbb45d5a6bf86571866e39573434cea55285ffc4ebab02"
    })
    void samplesAsTifffileReadsThem(String name, String axes, String shape, String digest) throws IOException {
        try (PixelSource image = ImageReaders.open(List.of(Samples.sample(name)), axes)) {
            assertThat(image.shape()).hasToString(shape);
            assertThat(PixelDigest.of(image)).isEqualTo(digest);
        }
    }
}
