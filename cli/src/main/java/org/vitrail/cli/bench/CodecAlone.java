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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.codec.BloscCodec;
import org.vitrail.pixels.PixelSource;

/**
 * The writer with everything but measures of quality, beside the same codec alone over the same bytes on as many threads: those of full
 * resolution, and those of all levels, which the writer compresses.
 */
final class CodecAlone {

    private static final int CHUNK = 512;
    private static final int CHUNK_BYTES = CHUNK * CHUNK * 2;

    /** Until the virtual machine has compiled, which a conversion of minutes does not notice. */
    private static final int WARM_UP = 6;

    private final int side;
    private final int threads;
    private final GeneratedImage image;
    private final List<Chunk> full;
    private final List<Chunk> all;

    CodecAlone(int side, int threads) throws IOException {
        this.side = side;
        this.threads = threads;
        this.image = new GeneratedImage(side);
        this.full = chunks(image);
        this.all = new ArrayList<>(full);
        MemoryStore store = new MemoryStore();
        OmeZarrWriter.write(image, store, WriteOptions.defaults().withThreads(threads));
        OmeZarrReader reader = OmeZarrReader.open(store);
        for (int level = 1; level < reader.levels().size(); level++) {
            for (Chunk chunk : chunks(reader.level(level))) {
                byte[] samples = chunk.cut();
                all.add(samples::clone);
            }
        }
    }

    /** Cuts a chunk out, or copies it. */
    private interface Chunk {
        byte[] cut() throws IOException;
    }

    /** @param library blosc's own compression; @param frames ours, which the writer uses; both of full resolution, or of all levels */
    private record Round(Taken writer, Taken library, Taken frames, Taken allLibrary, Taken allFrames) {

        double to(Taken codec) {
            return codec.processor() / writer.processor();
        }
    }

    /** Rounds to warm up, then those that count. */
    String measure(int rounds, PrintWriter progress) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            round();
        }
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Round round = round();
            measured.add(round);
            progress.printf(
                    Locale.ROOT,
                    "writer %.2f s, blosc library alone %.2f s, our frames alone %.2f s, of all levels %.2f and %.2f s%n",
                    round.writer.clock(),
                    round.library.clock(),
                    round.frames.clock(),
                    round.allLibrary.clock(),
                    round.allFrames.clock());
            progress.flush();
        }
        return text(measured);
    }

    private Round round() throws IOException, InterruptedException {
        WriteOptions options = WriteOptions.defaults().withThreads(threads).withoutQuality();
        BloscCodec codec = new BloscCodec("zstd", 3, 2);
        return new Round(
                Taken.by(() -> OmeZarrWriter.write(image, new ForgettingStore(), options)),
                Taken.by(() -> compress(full, codec::encodeByLibrary)),
                Taken.by(() -> compress(full, codec::encode)),
                Taken.by(() -> compress(all, codec::encodeByLibrary)),
                Taken.by(() -> compress(all, codec::encode)));
    }

    /** Ways to cut each chunk out, which counts as work of the codec alone, as it does for the writer. */
    private static List<Chunk> chunks(PixelSource source) {
        List<Chunk> chunks = new ArrayList<>();
        for (long y = 0; y < source.shape().y(); y += CHUNK) {
            for (long x = 0; x < source.shape().x(); x += CHUNK) {
                long top = y;
                long left = x;
                int height = (int) Math.min(CHUNK, source.shape().y() - y);
                int width = (int) Math.min(CHUNK, source.shape().x() - x);
                chunks.add(() -> {
                    byte[] chunk = new byte[CHUNK_BYTES];
                    source.read(0, 0, 0, top, left, height, width, chunk);
                    return chunk;
                });
            }
        }
        return chunks;
    }

    private void compress(List<Chunk> chunks, UnaryOperator<byte[]> codec) throws InterruptedException {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (Chunk chunk : chunks) {
                work.add(() -> codec.apply(chunk.cut()).length);
            }
            for (Future<Integer> done : workers.invokeAll(work)) {
                done.resultNow();
            }
        }
    }

    private String text(List<Round> rounds) {
        return """
                ## Writer beside its codec

                A generated uint16 image of %d × %d (noise over smooth shapes) in memory is written as OME-Zarr 0.5 with all levels, pixel
                digest, perceptual hash, value ranges, thumbnail and SHA-256 of every object, into a store that forgets. Then the same bytes are
                only compressed, in the same chunks on as many threads: by the blosc library (zstd, `clevel` 3, shuffle), and by our own writer of
                blosc frames, which the conversion uses ([decision 9](../decisions/0009-blosc-frames-without-blosc.md)). Of the same bytes, once
                those of full resolution are taken, once those of all levels, which the writer compresses. %d rounds to warm up, medians of %d.

                | | seconds | processor seconds | MB/s of raw full resolution | writer at |
                |---|---|---|---|---|
                %s
                By processor time; bound: 70 %% of the same codec ([decision 11](../decisions/0011-which-codec-bounds-the-writer.md)).
                """.formatted(side, side, WARM_UP, rounds.size(), lines(rounds));
    }

    private String lines(List<Round> rounds) {
        return line(rounds, "writer, without measures of quality", Round::writer)
                + line(rounds, "blosc library alone, full resolution", Round::library)
                + line(rounds, "blosc library alone, all levels", Round::allLibrary)
                + line(rounds, "our blosc frames alone, full resolution", Round::frames)
                + line(rounds, "our blosc frames alone, all levels", Round::allFrames);
    }

    private String line(List<Round> rounds, String name, Function<Round, Taken> what) {
        double seconds = Taken.median(rounds, round -> what.apply(round).clock());
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.0f | %.0f %% |%n",
                name,
                seconds,
                Taken.median(rounds, round -> what.apply(round).processor()),
                2.0 * side * side / 1e6 / seconds,
                100 * Taken.median(rounds, round -> round.to(what.apply(round))));
    }
}
