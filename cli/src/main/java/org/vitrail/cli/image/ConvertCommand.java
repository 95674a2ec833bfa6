package org.vitrail.cli.image;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vitrail.omezarr.ChunkCompression;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.ScaleLevel;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.WrittenImage;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts image files to one OME-Zarr folder; exit code 0 done, 1 refused or failed. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Converts TIFF, OME-TIFF, ImageJ stacks, PNG or JPEG to OME-Zarr 0.5.")
public final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "2..*",
            paramLabel = "INPUT... OUTPUT",
            hideParamSyntax = true,
            description = "files that make one image, then the new folder")
    private List<Path> paths;

    @Option(names = "--axes", description = "what the files do not say, e.g. tyx: pages are time points")
    private String axes;

    @Option(names = "--labels", paramLabel = "FILE", description = "label image of the same size; may be repeated")
    private List<Path> labels = List.of();

    @Option(names = "--name", description = "name of the image")
    private String name;

    @Option(
            names = "--codec",
            defaultValue = "BLOSC_ZSTD",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private ChunkCompression codec;

    @Option(names = "--threads", description = "default: one for each core")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        Path output = paths.get(paths.size() - 1).toAbsolutePath().normalize();
        if (Files.exists(output)) {
            throw new ParameterException(
                    spec.commandLine(), output + " is there already and is not replaced. Name another folder.");
        }
        requireLabelNames();
        Path partial = output.resolveSibling("." + output.getFileName() + ".partial");
        UnfinishedFolder store = new UnfinishedFolder(partial);
        Thread stop = new Thread(store::discard, "vitrail-convert-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            Folders.delete(partial);
            convert(store);
            Files.move(partial, output);
            print("Written: %s%n", output);
            return 0;
        } catch (PixelsException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return 1;
        } finally {
            Folders.delete(partial);
            forget(stop);
        }
    }

    /** Each label image needs a name of its own, which its file gives it: a second one would replace the first. */
    private void requireLabelNames() {
        Set<String> names = new HashSet<>();
        for (Path file : labels) {
            String label = labelName(file);
            if (label.isEmpty() || !names.add(label)) {
                String reason = label.isEmpty() ? "its file name gives no name" : "another one is called " + label;
                throw new ParameterException(
                        spec.commandLine(), "Label image " + file + ": " + reason + ". Rename the file.");
            }
        }
    }

    private static void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException stopping) {
            // the process ends, and all goes away
        }
    }

    private void convert(ZarrStore store) throws IOException {
        WriteOptions options = WriteOptions.defaults().withCompression(codec).withThreads(Math.max(1, threads));
        List<PixelSource> open = new ArrayList<>();
        try {
            PixelSource image = ImageReaders.open(paths.subList(0, paths.size() - 1), axes);
            open.add(image);
            for (Path file : labels) {
                PixelSource label = ImageReaders.open(List.of(file), axes);
                open.add(label);
                OmeZarrWriter.requireFit(image.shape(), label.shape(), labelName(file));
            }
            long start = System.nanoTime();
            String named = name != null ? name : image.metadata().name() != null ? null : stem(paths.get(0));
            report("image", OmeZarrWriter.write(image, store, options.withName(named)), start);
            for (int i = 0; i < labels.size(); i++) {
                long begun = System.nanoTime();
                String label = labelName(labels.get(i));
                report(
                        "label image " + label,
                        OmeZarrWriter.writeLabels(open.get(i + 1), store, label, options),
                        begun);
            }
        } finally {
            for (PixelSource source : open) {
                source.close();
            }
        }
    }

    private void report(String what, WrittenImage written, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        double rawMegabytes = written.shape().pixels() * written.type().bytes() / 1e6;
        print("%s: %s %s, axes %s%n", what, written.shape(), written.type().numpyName(), written.axes());
        print("  digest %s%n", written.digest());
        for (ScaleLevel level : written.levels()) {
            print(
                    "  level %s: %d × %d%n",
                    level.path(), level.shape().y(), level.shape().x());
        }
        print(
                "  %.1f MB raw, %.1f MB in %d objects, %.2f s, %.0f MB/s%n",
                rawMegabytes, written.sizeBytes() / 1e6, written.objects().size(), seconds, rawMegabytes / seconds);
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(?i)(\\.ome)?\\.[^.]*$", "");
    }

    /** A key of the store: what a label image's name may not have becomes a hyphen. */
    private static String labelName(Path file) {
        return stem(file).replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
    }
}
