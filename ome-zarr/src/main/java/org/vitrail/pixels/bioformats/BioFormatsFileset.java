package org.vitrail.pixels.bioformats;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.bioformats.child.BioFormatsChild;
import org.vitrail.pixels.identity.IdentityFinding;

/** The images of a file that Bio-Formats opened; closing it ends the process. */
record BioFormatsFileset(ChildProcess child, List<? extends PixelSource> images, List<IdentityFinding> findings)
        implements Fileset {

    private static final int MOST_DESCRIPTION = 64 << 20;

    BioFormatsFileset {
        images = List.copyOf(images);
        findings = List.copyOf(findings);
    }

    /** Opens a file. @param what the file and its format, for a refusal */
    static BioFormatsFileset open(Path path, String what, BioFormatsSettings settings) throws IOException {
        String file = String.valueOf(path.getFileName());
        ChildProcess child = ChildProcess.start(file, settings.requireJar(what), settings);
        boolean done = false;
        try {
            FileDescription said = describe(child, file, path, settings);
            requireOwnFiles(said, path);
            List<PixelSource> images = new ArrayList<>();
            for (SeriesDescription series : said.series()) {
                if (!BioFormatsIdentity.isLabelOrOverview(series)) {
                    images.add(new BioFormatsPixels(child, settings, series.requireType(file)));
                }
            }
            if (images.isEmpty()) {
                throw new UnsupportedImage(
                        file + " has nothing but pictures of a slide's label. Export the image as OME-TIFF.");
            }
            BioFormatsFileset fileset = new BioFormatsFileset(child, images, BioFormatsIdentity.of(file, said));
            done = true;
            return fileset;
        } finally {
            if (!done) {
                child.close();
            }
        }
    }

    private static FileDescription describe(ChildProcess child, String file, Path path, BioFormatsSettings settings) {
        byte[] answer = child.ask(settings.openLimit(), MOST_DESCRIPTION, out -> {
            out.writeInt(BioFormatsChild.OPEN);
            out.writeUTF(path.toAbsolutePath().normalize().toString());
        });
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer))) {
            String version = new DataInputStream(new ByteArrayInputStream(answer)).readUTF();
            if (answer.length == 2 + version.getBytes(java.nio.charset.StandardCharsets.UTF_8).length) {
                throw new UnsupportedImage(
                        "%s is read through Bio-Formats 8.5.0 or later; VITRAIL_BIOFORMATS_JAR is version %s, which lets a file have other files read. Download a newer one."
                                .formatted(file, version.replaceAll("[^\\w.-]", "")));
            }
            return FileDescription.read(in);
        } catch (IOException | IllegalArgumentException absurd) {
            throw child.nonsense("its description: " + absurd.getMessage(), absurd);
        }
    }

    /** A file may name others; those outside its own folder were not given to us. */
    private static void requireOwnFiles(FileDescription said, Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        for (String used : said.usedFiles()) {
            Path other = Path.of(used).toAbsolutePath().normalize();
            if (!other.startsWith(folder)) {
                throw new UnsupportedImage(
                        "%s refers to files outside its folder (%s). Give all files together in one folder."
                                .formatted(path.getFileName(), other.getFileName()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        child.close();
    }
}
