package org.vitrail.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.codec.BloscCodec;

/** The writer with everything but measures of quality, beside the same codec alone over the same bytes of full resolution on as many threads. */
final class CodecAlone {

    private static final int CHUNK = 512;

    private final int side;
    private final int threads;
    private final GeneratedImage image;

    CodecAlone(int side, int threads) {
        this.side = side;
        this.threads = threads;
        this.image = new GeneratedImage(side);
    }

    /** @param library blosc's own compression; @param frames ours, which the writer uses */
    private record Round(Taken writer, Taken library, Taken frames) {
        double toLibrary() {
            return library.processor() / writer.processor();
        }

        double toFrames() {
            return frames.processor() / writer.processor();
        }
    }

    /** One round to warm up, then the others. */
    String measure(int rounds, PrintWriter progress) throws IOException, InterruptedException {
        round();
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Round round = round();
            measured.add(round);
            progress.printf(
                    Locale.ROOT,
                    "writer %.2f s, blosc library alone %.2f s, our frames alone %.2f s%n",
                    round.writer.clock(),
                    round.library.clock(),
                    round.frames.clock());
            progress.flush();
        }
        return text(measured);
    }

    private Round round() throws IOException, InterruptedException {
        WriteOptions options = WriteOptions.defaults().withThreads(threads).withoutQuality();
        Taken writer = Taken.by(() -> OmeZarrWriter.write(image, new ForgettingStore(), options));
        BloscCodec codec = new BloscCodec("zstd", 3, 2);
        return new Round(
                writer, Taken.by(() -> compress(codec::encodeByLibrary)), Taken.by(() -> compress(codec::encode)));
    }

    /** Cutting out the chunks is counted for both. */
    private void compress(UnaryOperator<byte[]> codec) throws InterruptedException {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int y = 0; y < side; y += CHUNK) {
            for (int x = 0; x < side; x += CHUNK) {
                int top = y;
                int left = x;
                work.add(() -> {
                    byte[] chunk = new byte[CHUNK * CHUNK * 2];
                    image.read(0, 0, 0, top, left, Math.min(CHUNK, side - top), Math.min(CHUNK, side - left), chunk);
                    return codec.apply(chunk).length;
                });
            }
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> done : workers.invokeAll(work)) {
                done.resultNow();
            }
        }
    }

    private String text(List<Round> rounds) {
        double megabytes = 2.0 * side * side / 1e6;
        double writer = Taken.median(rounds, round -> round.writer.clock());
        double library = Taken.median(rounds, round -> round.library.clock());
        double frames = Taken.median(rounds, round -> round.frames.clock());
        return """
                ## Writer beside its codec

                A generated uint16 image of %d × %d (noise over smooth shapes) in memory is written as OME-Zarr 0.5 with all levels, pixel
                digest, perceptual hash, value ranges, thumbnail and SHA-256 of every object, into a store that forgets. Then the same bytes of
                full resolution are only compressed, in the same chunks on as many threads: by the blosc library (zstd, `clevel` 3, shuffle),
                and by our own writer of blosc frames, which the conversion uses ([decision 9](../decisions/0009-blosc-frames-without-blosc.md)).
                One round to warm up, medians of %d rounds.

                | | seconds | processor seconds | MB/s of raw full resolution |
                |---|---|---|---|
                | writer, without measures of quality | %.2f | %.2f | %.0f |
                | blosc library alone | %.2f | %.2f | %.0f |
                | our blosc frames alone | %.2f | %.2f | %.0f |

                **Writer at %.0f %% of the blosc library alone** by processor time (bound: 70 %%), and at %.0f %% of our own frames alone: the faster
                the codec, the more weigh two SHA-256 of everything, the levels and the histogram.
                """.formatted(
                        side,
                        side,
                        rounds.size(),
                        writer,
                        Taken.median(rounds, round -> round.writer.processor()),
                        megabytes / writer,
                        library,
                        Taken.median(rounds, round -> round.library.processor()),
                        megabytes / library,
                        frames,
                        Taken.median(rounds, round -> round.frames.processor()),
                        megabytes / frames,
                        100 * Taken.median(rounds, Round::toLibrary),
                        100 * Taken.median(rounds, Round::toFrames));
    }
}
