package org.vitrail.cli.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrail.omezarr.OmeZarrFormat;
import org.vitrail.omezarr.OmeZarrImages;
import org.vitrail.omezarr.ZarrPlaces;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what images an input holds; exit code 0 done, 1 when it cannot be read. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Shape, type, pixel sizes and channels of images; of an OME-Zarr also levels, storage and labels;",
            "of files (not of addresses) also the places that could reveal a person."
        })
public final class InspectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0..*",
            arity = "1",
            paramLabel = "PATH|URL",
            description =
                    "an OME-Zarr (folder, ZIP file, https:// or s3:// address), or image files that belong together")
    private List<String> places;

    @Option(names = "--digest", description = "also read every pixel and print the digest, of the labels too")
    private boolean digest;

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "5",
            description = "so many images of a plate or collection are told one by one (default ${DEFAULT-VALUE})")
    private int most;

    @Option(names = "--axes", description = "what the files do not say, e.g. tyx: pages are time points")
    private String axes;

    @Option(
            names = "--findings",
            description = "print each place that could reveal a person on a line, with the reason")
    private boolean everyFinding;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() throws IOException {
        if (most < 0) {
            throw new ParameterException(spec.commandLine(), "--images: 0 or more, not " + most + ".");
        }
        try {
            Map<String, Object> found = facts();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(found));
            } else {
                new FactsPrinter(out, everyFinding).print(found);
            }
            out.flush();
            return 0;
        } catch (PixelsException unreadable) {
            spec.commandLine().getErr().println(unreadable.getMessage());
            return 1;
        }
    }

    private Map<String, Object> facts() throws IOException {
        FilesetFacts facts = new FilesetFacts(new ImageFacts(digest), Math.max(0, most));
        ImageInputs inputs = ImageInputs.of(places, place.environment());
        place.warnIfUnused(inputs, spec.commandLine());
        if (inputs.address() != null || isZarr(inputs.files())) {
            return zarr(facts, inputs);
        }
        try (Fileset files = inputs.open(axes)) {
            warn(new OptionEffects(inputs, files).findOtherAxes(axes));
            return facts.of(files);
        }
    }

    private void warn(Optional<String> ownAxes) {
        ownAxes.ifPresent(own -> spec.commandLine()
                .getErr()
                .println("--axes " + axes + " has no effect: the input says itself that its axes are " + own + "."));
    }

    /** What could reveal a person is looked for in files only: at an address, every image's metadata would have to be fetched. */
    private Map<String, Object> zarr(FilesetFacts facts, ImageInputs inputs) throws IOException {
        try (OmeZarrImages images = ImageInputs.zarr(ZarrPlaces.open(places.get(0), inputs.environment()))) {
            Map<String, Object> found = facts.of(images);
            warn(new OptionEffects(inputs, images).findOtherAxes(axes));
            if (inputs.address() == null) {
                try (Fileset named = inputs.open(axes)) {
                    found.put("findings", FilesetFacts.findings(named));
                }
            }
            return found;
        }
    }

    private static boolean isZarr(List<Path> files) throws IOException {
        if (files.size() > 1 || !Files.exists(files.get(0))) {
            return false;
        }
        return Files.isDirectory(files.get(0))
                ? OmeZarrFormat.isZarrFolder(files.get(0))
                : OmeZarrFormat.isArchive(files.get(0));
    }
}
