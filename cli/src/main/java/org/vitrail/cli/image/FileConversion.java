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
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.WrittenImage;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.LabelImage;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.FileNameRule;
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

    /** Converts; what a killed run of the same conversion left is gone on with, what another left is removed. */
    void into(Path output) throws IOException {
        try (Fileset fileset = inputs.open(axes);
                OutputLock lock = OutputLock.take(output)) {
            String identity = inputs.identity();
            Path partial = partial(output, identity);
            removeOthers(output, identity == null ? null : partial);
            UnfinishedFolder store = new UnfinishedFolder(partial);
            Thread stop = new Thread(store::discard, "vitrail-convert-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            boolean done = false;
            try {
                convert(fileset, store, identity == null ? options : options.resumableAs(identity));
                Files.move(partial, output);
                done = true;
                report.written(output);
            } finally {
                if (!done) {
                    Folders.delete(partial);
                }
                forget(stop);
            }
        }
    }

    private Path partial(Path output, String identity) {
        String all = identity + inputs.address() + labels + axes + options.withThreads(1);
        return output.resolveSibling(
                "." + output.getFileName() + "." + Integer.toHexString(all.hashCode()) + ".partial");
    }

    /** @param partial what may stay, or null */
    private static void removeOthers(Path output, Path partial) throws IOException {
        Path parent = output.getParent();
        String name = "." + output.getFileName() + ".";
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path sibling : siblings.toList()) {
                String found = sibling.getFileName().toString();
                if (found.startsWith(name) && found.endsWith(".partial") && !sibling.equals(partial)) {
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
        List<Fileset> open = new ArrayList<>();
        try {
            for (Path file : labels) {
                open.add(ImageReaders.openAll(List.of(file), axes));
                PixelSource label = labelImage(file, open.get(open.size() - 1));
                OmeZarrWriter.requireFit(single(images), label.shape(), labelName(file));
                requireNew(images.get(0), labelName(file));
            }
            List<IdentityFinding> findings = new ArrayList<>(fileset.findings());
            open.forEach(label -> findings.addAll(label.findings()));
            warn(findings);
            long start = System.nanoTime();
            String found = images.get(0).metadata().name();
            boolean nameless = found == null || found.isBlank() || images.size() > 1;
            WriteOptions named = options.name() == null && nameless ? resumable.withName(inputs.stem()) : resumable;
            report.fileset(FilesetWriter.write(images, store, named), start);
            for (int i = 0; i < labels.size(); i++) {
                long begun = System.nanoTime();
                String label = labelName(labels.get(i));
                PixelSource source = open.get(i).images().get(0);
                WrittenImage written =
                        OmeZarrWriter.writeLabels(source, store, label, resumable.withName(options.name()));
                report.image("label image " + label, written, begun);
            }
        } finally {
            for (Fileset each : open) {
                each.close();
            }
        }
    }

    /** A label image of the source would be replaced by the given one. */
    private static void requireNew(PixelSource image, String name) throws IOException {
        for (LabelImage carried : image.labels()) {
            if (labelName(carried.name()).equals(name)) {
                throw new UnreadableImage("The input has a label image called " + carried.name()
                        + " already. Rename the file that is given by --labels.");
            }
        }
    }

    private static PixelSource labelImage(Path file, Fileset fileset) {
        PixelSource label = fileset.images().get(0);
        String fault = fileset.images().size() > 1
                ? "holds " + fileset.images().size() + " images"
                : label.metadata().rgb()
                        ? "is a color picture"
                        : label.type().isFloating()
                                ? "holds floating-point numbers ("
                                        + label.type().numpyName() + ")"
                                : null;
        if (fault != null) {
            throw new UnsupportedImage("The label image " + file.getFileName() + " " + fault
                    + ". Give a file with one image of whole numbers, one number for each object.");
        }
        return label;
    }

    private static PixelShape single(List<? extends PixelSource> images) {
        if (images.size() > 1) {
            throw new UnreadableImage(
                    "The files hold " + images.size()
                            + " images, and label images belong to one. Convert without --labels, or give the file of one image.");
        }
        return images.get(0).shape();
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
                    .println("The files hold what could reveal a person (" + listed
                            + "). Pixels, sizes, channels and harmless names are converted, nothing else; `inspect`"
                            + " lists the places.");
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return FileNameRule.findings(name).isEmpty()
                ? name.replaceFirst("(?i)(\\.ome|\\.nii)?\\.[^.]*$", "")
                : "labels";
    }

    /** A key of the store: what a label image's name may not have becomes a hyphen. */
    static String labelName(Path file) {
        return labelName(stem(file));
    }

    private static String labelName(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
    }
}
