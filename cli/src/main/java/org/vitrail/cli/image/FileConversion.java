package org.vitrail.cli.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrail.omezarr.FilesetWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.identity.IdentityFinding;
import picocli.CommandLine;

/** Files on their way into a folder: the work is done in a hidden one beside it, which takes its name when all is written. */
final class FileConversion {

    private final ImageInputs inputs;
    private final List<Path> labels;
    private final String axes;
    private final WriteOptions options;
    private final CommandLine console;
    private final ConversionReport report;

    FileConversion(ImageInputs inputs, List<Path> labels, String axes, WriteOptions options, CommandLine console) {
        this.inputs = inputs;
        this.labels = labels;
        this.axes = axes;
        this.options = options;
        this.console = console;
        this.report = new ConversionReport(console.getOut());
    }

    /**
     * Converts; what a killed run of the same conversion left is gone on with. What one of other files or options left is removed when the
     * output is there, not before: the command may have been mistyped.
     */
    void into(Path output) throws IOException {
        try (Fileset fileset = inputs.open(axes)) {
            OptionEffects effects = new OptionEffects(inputs, fileset);
            effects.requireAxes(axes);
            effects.findNameless(options.name()).ifPresent(console.getErr()::println);
            try (OutputLock lock = OutputLock.take(output)) {
                write(fileset, output);
            }
        }
    }

    private void write(Fileset fileset, Path output) throws IOException {
        String identity = inputs.identity();
        Path partial = partial(output, identity);
        boolean resumed = identity != null && Files.isDirectory(partial);
        if (resumed) {
            console.getOut().println("Going on with what an interrupted run of the same conversion left.");
        } else {
            Folders.delete(partial);
        }
        UnfinishedFolder store = new UnfinishedFolder(partial);
        Thread stop = new Thread(store::discard, "vitrail-convert-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        boolean done = false;
        try {
            convert(fileset, store, identity == null ? options : options.resumableAs(identity));
            Files.move(partial, output);
            removeOthers(output);
            done = true;
            report.written(output);
        } finally {
            if (!done) {
                Folders.delete(partial);
            }
            forget(stop);
        }
    }

    private Path partial(Path output, String identity) {
        String all = identity + inputs.address() + labels + axes + options.withThreads(1);
        return output.resolveSibling(
                "." + output.getFileName() + "." + Integer.toHexString(all.hashCode()) + ".partial");
    }

    private static void removeOthers(Path output) throws IOException {
        Path parent = output.getParent();
        String name = "." + output.getFileName() + ".";
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path sibling : siblings.toList()) {
                String found = sibling.getFileName().toString();
                if (found.startsWith(name) && found.endsWith(".partial")) {
                    Folders.delete(sibling);
                }
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

    private void convert(Fileset fileset, ZarrStore store, WriteOptions resumable) throws IOException {
        List<? extends PixelSource> images = fileset.images();
        try (GivenLabels given = GivenLabels.open(labels, axes, images)) {
            List<IdentityFinding> findings = new ArrayList<>(fileset.findings());
            findings.addAll(given.findings());
            warn(findings);
            long start = System.nanoTime();
            String found = images.get(0).metadata().name();
            boolean nameless = found == null || found.isBlank() || images.size() > 1;
            WriteOptions named = options.name() == null && nameless ? resumable.withName(inputs.stem()) : resumable;
            report.fileset(FilesetWriter.write(images, store, named), start);
            given.write(store, resumable, report);
        }
    }

    /** What could reveal a person stays out of the OME-Zarr, but pixels are as they are: whoever converts should know. */
    private void warn(List<IdentityFinding> findings) {
        Map<IdentityFinding.Kind, Integer> kinds = new EnumMap<>(IdentityFinding.Kind.class);
        findings.forEach(finding -> kinds.merge(finding.kind(), 1, Integer::sum));
        if (!kinds.isEmpty()) {
            String listed = kinds.entrySet().stream()
                    .map(kind ->
                            kind.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + kind.getValue())
                    .collect(Collectors.joining(", "));
            console.getErr()
                    .println((inputs.address() == null ? "The files hold" : "The OME-Zarr holds")
                            + " what could reveal a person (" + listed
                            + "). Pixels, sizes, channels and harmless names are converted, nothing else"
                            + (inputs.address() == null ? "; `inspect` lists the places." : "."));
        }
    }
}
