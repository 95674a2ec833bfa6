package org.vitrail.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.vitrail.cli.image.Folders;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.WrittenImage;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.services.Engine;
import org.vitrail.services.LocalServices;
import org.vitrail.services.Ports;
import org.vitrail.services.S3Endpoint;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.ObjectZarrStore;
import org.vitrail.store.StoreConfig;

/** A whole conversion: a deflated OME-TIFF on disk becomes OME-Zarr in the local S3, which runs on the same cores. */
final class TiffToStore {

    private final int side;
    private final int threads;

    TiffToStore(int side, int threads) {
        this.side = side;
        this.threads = threads;
    }

    /** One round to warm up, then the others, each into a place of its own. */
    String measure(int rounds, PrintWriter progress) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("vitrail-bench");
        Path tiff = folder.resolve("generated.ome.tiff");
        TiledTiff.write(new GeneratedImage(side), tiff);
        try (LocalServices services =
                LocalServices.start(EnumSet.of(Engine.S3), folder.resolve("s3"), Ports.free(), (String line) -> {})) {
            S3Endpoint s3 = services.s3();
            StoreConfig config = new StoreConfig(s3.endpoint(), null, null, "bench", s3.accessKey(), s3.secretKey());
            try (ObjectStore store = new ObjectStore(config)) {
                store.ensureBucket();
                convert(tiff, store, -1);
                List<Taken> measured = new ArrayList<>();
                for (int i = 0; i < rounds; i++) {
                    int round = i;
                    measured.add(Taken.by(() -> convert(tiff, store, round)));
                    progress.printf(
                            Locale.ROOT,
                            "OME-TIFF to S3 %.2f s%n",
                            measured.get(i).clock());
                    progress.flush();
                }
                return text(measured, Files.size(tiff));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void convert(Path tiff, ObjectStore store, int round) throws IOException {
        WriteOptions options = WriteOptions.defaults().withThreads(threads);
        try (PixelSource source = ImageReaders.open(List.of(tiff), null)) {
            WrittenImage written =
                    OmeZarrWriter.write(source, new ObjectZarrStore(store, "round" + round + ".ome.zarr"), options);
            if (written.shape().y() != side) {
                throw new UnreadableImage("generated.ome.tiff was not read whole: " + written.shape());
            }
        }
    }

    private String text(List<Taken> rounds, long tiffBytes) {
        double megabytes = 2.0 * side * side / 1e6;
        double seconds = Taken.median(rounds, Taken::clock);
        return """
                ## Whole conversion, OME-TIFF to S3

                An OME-TIFF of the same image (tiles of 512 × 512, deflate, predictor 2, %.0f MB) is read, written with everything as
                OME-Zarr 0.5 and stored through the MinIO SDK in S3Proxy, whose process shares the cores. Medians of %d rounds.

                | | seconds | processor seconds without S3Proxy's | MB/s of raw full resolution |
                |---|---|---|---|
                | OME-TIFF to OME-Zarr in S3 | %.2f | %.2f | %.0f |

                **%.0f MB/s of raw pixels** (bound: 25; bioformats2raw publishes about 6 a core).
                """.formatted(
                        tiffBytes / 1e6,
                        rounds.size(),
                        seconds,
                        Taken.median(rounds, Taken::processor),
                        megabytes / seconds,
                        megabytes / seconds);
    }
}
