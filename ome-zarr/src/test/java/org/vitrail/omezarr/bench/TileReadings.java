package org.vitrail.omezarr.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.zarr.zarrjava.v3.Array;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

/**
 * Processor time of reading single chunks and whole arrays, ours and zarr-java's, from the same shards on disk. Prints one line for each
 * measurement: name, reader, repetitions, milliseconds of processor time (of the reading thread for chunks, of the whole process for whole
 * arrays), milliseconds by the clock; of one repetition, median of the rounds. One round before is to warm up.
 */
public final class TileReadings {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final int tiles;
    private final int rounds;
    private final Random random = new Random(1);

    private TileReadings(int tiles, int rounds) {
        this.tiles = tiles;
        this.rounds = rounds;
    }

    /** Arguments: an empty folder, tiles a round, rounds, side of the larger image. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        TileReadings readings = new TileReadings(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        int side = Integer.parseInt(arguments[3]);
        Path small = written(folder.resolve("small.ome.zarr"), new PixelShape(1, 1, 16, 1024, 1024));
        Path large = written(folder.resolve("large.ome.zarr"), new PixelShape(1, 1, 1, side, side));
        readings.chunks(small, 256);
        readings.chunks(large, 512);
        readings.whole(large);
    }

    /** Bright blobs over a dim background, with noise of about three bits. */
    private static Path written(Path folder, PixelShape shape) throws IOException {
        double[] waves = new double[8192];
        int[] noise = new int[1 << 20];
        Random random = new Random(42);
        java.util.Arrays.setAll(waves, i -> Math.sin(i / 27.0));
        java.util.Arrays.setAll(noise, i -> (int) (5 * random.nextGaussian()));
        PixelSource image = FormulaPixels.of(shape, PixelType.UINT16, (t, c, z, y, x) -> {
            double blob = Math.max(0, waves[(int) (x & 8191)] * waves[(int) (y + 40 & 8191)]);
            return 150 + 1800 * blob * blob + noise[(int) (y * 7919 + x + z * 104_729L & noise.length - 1)];
        });
        OmeZarrWriter.write(image, new FolderZarrStore(folder), WriteOptions.defaults());
        return folder;
    }

    private interface Work {
        void run() throws Exception;
    }

    private void chunks(Path folder, int side) throws Exception {
        PixelSource ours = OmeZarrReader.open(new FolderZarrStore(folder)).level(0);
        Array theirs = Array.open(folder.resolve("0"));
        PixelShape shape = ours.shape();
        byte[] tile = new byte[side * side * 2];
        boolean deep = shape.z() > 1;
        measure("chunk " + side, "vitrail", tiles, THREAD::getCurrentThreadCpuTime, () -> {
            int z = random.nextInt((int) shape.z());
            long y = side * (long) random.nextInt((int) (shape.y() / side));
            long x = side * (long) random.nextInt((int) (shape.x() / side));
            ours.read(0, 0, z, y, x, side, side, tile);
        });
        measure("chunk " + side, "zarr-java", Math.max(2, tiles / 10), THREAD::getCurrentThreadCpuTime, () -> {
            long z = random.nextInt((int) shape.z());
            long y = side * (long) random.nextInt((int) (shape.y() / side));
            long x = side * (long) random.nextInt((int) (shape.x() / side));
            theirs.read(
                    deep ? new long[] {z, y, x} : new long[] {y, x},
                    deep ? new int[] {1, side, side} : new int[] {side, side},
                    false);
        });
    }

    private void whole(Path folder) throws Exception {
        OmeZarrReader ours = OmeZarrReader.open(new FolderZarrStore(folder));
        Array theirs = Array.open(folder.resolve("0"));
        int threads = Runtime.getRuntime().availableProcessors();
        long samples = ours.level(0).shape().pixels();
        measure("whole array", "vitrail", 10, PROCESS::getProcessCpuTime, () -> {
            require(ours.readAll(0, 1).length == 2 * samples);
        });
        measure("whole array", "zarr-java", 2, PROCESS::getProcessCpuTime, () -> {
            require(theirs.read(false).getSize() == samples);
        });
        measure("whole array on all cores", "vitrail", 10, PROCESS::getProcessCpuTime, () -> {
            require(ours.readAll(0, threads).length == 2 * samples);
        });
        measure("whole array on all cores", "zarr-java", 2, PROCESS::getProcessCpuTime, () -> {
            require(theirs.read(true).getSize() == samples);
        });
    }

    private static void require(boolean whole) {
        if (!whole) {
            throw new IllegalStateException("The array was not read whole");
        }
    }

    /** @param meter nanoseconds of processor time until now */
    private void measure(String name, String reader, int repetitions, LongSupplier meter, Work work) throws Exception {
        double[] processor = new double[rounds];
        double[] clock = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            long started = System.nanoTime();
            long used = meter.getAsLong();
            for (int i = 0; i < repetitions; i++) {
                work.run();
            }
            if (round >= 0) {
                processor[round] = (meter.getAsLong() - used) / 1e6 / repetitions;
                clock[round] = (System.nanoTime() - started) / 1e6 / repetitions;
            }
        }
        java.util.Arrays.sort(processor);
        java.util.Arrays.sort(clock);
        System.out.printf(
                Locale.ROOT,
                "%s\t%s\t%d\t%.4f\t%.4f%n",
                name,
                reader,
                repetitions,
                processor[rounds / 2],
                clock[rounds / 2]);
    }
}
