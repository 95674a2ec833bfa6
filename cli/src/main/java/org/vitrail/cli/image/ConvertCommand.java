package org.vitrail.cli.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vitrail.omezarr.ChunkCompression;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.ngff.NgffVersion;
import org.vitrail.pixels.PixelsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts image files to one OME-Zarr folder; exit code 0 done, 1 refused or failed. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Converts image files to OME-Zarr: one image, a plate, or a collection of numbered images.",
            "A conversion that was killed goes on where it was when the same command is given again."
        })
public final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0..*",
            arity = "1",
            paramLabel = "INPUT... OUTPUT",
            hideParamSyntax = true,
            description = {
                "files that belong together, their folder, an OME-Zarr (folder, ZIP file, https:// or s3:// address);",
                "then the new folder"
            })
    private List<String> places;

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(names = "--axes", description = "what the files do not say, e.g. tyx: pages are time points")
    private String axes;

    @Option(names = "--labels", paramLabel = "FILE", description = "label image of the same size; may be repeated")
    private List<Path> labels = List.of();

    @Option(names = "--name", description = "name of the image, or of the whole where there are several")
    private String name;

    @Option(names = "--ngff", defaultValue = "0.5", description = "version of OME-NGFF, 0.5 or 0.4 (default 0.5)")
    private String ngff;

    @Option(
            names = "--codec",
            defaultValue = "BLOSC_ZSTD",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private ChunkCompression codec;

    @Option(names = "--threads", description = "default: one for each core")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        if (places.size() < 2) {
            throw new MissingParameterException(
                    spec.commandLine(),
                    spec.positionalParameters().get(0),
                    "Give what is converted, then the new folder: only " + places + " was given.");
        }
        try {
            ImageInputs inputs = ImageInputs.of(places.subList(0, places.size() - 1), place.environment());
            Path output = output(inputs);
            requireLabelNames();
            WriteOptions options = options();
            place.warnIfUnused(inputs, spec.commandLine());
            new FileConversion(inputs, labels, axes, options, spec.commandLine()).into(output);
            return 0;
        } catch (PixelsException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return 1;
        }
    }

    private Path output(ImageInputs inputs) throws IOException {
        try {
            return OutputFolder.of(places.get(places.size() - 1), inputs.files());
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), fault.getMessage());
        }
    }

    private WriteOptions options() {
        if (name != null && name.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--name: give a name, or leave it out.");
        }
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads: at least 1, not " + threads + ".");
        }
        try {
            return WriteOptions.defaults()
                    .withName(name)
                    .withNgff(NgffVersion.of(ngff))
                    .withCompression(codec)
                    .withThreads(threads);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--ngff: " + unknown.getMessage() + ".");
        }
    }

    /** Each label image needs a name of its own, which its file gives it: a second one would replace the first. */
    private void requireLabelNames() {
        Set<String> names = new HashSet<>();
        for (Path file : labels) {
            String label = GivenLabels.nameOf(file);
            if (label.isEmpty() || !names.add(label)) {
                String reason = label.isEmpty() ? "its file name gives no name" : "another one is called " + label;
                throw new ParameterException(
                        spec.commandLine(), "Label image " + file + ": " + reason + ". Rename the file.");
            }
        }
    }
}
