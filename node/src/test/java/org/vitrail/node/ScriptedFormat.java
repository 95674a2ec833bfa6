package org.vitrail.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.WellPosition;
import org.vitrail.pixels.identity.IdentityFinding;

/**
 * A format of text lines that says what a test needs of a reader: any number of images, wells, findings.
 *
 * <p>{@code image WIDTH HEIGHT SEED [NAME]}, then perhaps {@code well ROW COLUMN FIELD PLATE}; {@code finding KIND WHERE} for what
 * goes with the lines that begin with {@code secret}; {@code look KIND WHERE} for what a curator has to judge; {@code stubborn}
 * where nothing can be taken out.
 */
public final class ScriptedFormat implements ImageFormat {
    private static final String MAGIC = "vitrail scripted images\n";

    /** The bytes of such a file. */
    public static byte[] file(String... lines) {
        return (MAGIC + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "scripted images";
    }

    @Override
    public boolean takes(List<Candidate> files) {
        return files.stream().allMatch(file -> file.has(0, MAGIC));
    }

    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        List<PixelSource> images = new ArrayList<>();
        List<IdentityFinding> findings = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 5);
                switch (words[0]) {
                    case "image" -> images.add(image(words, null));
                    case "well" -> images.add(((Noise) images.removeLast()).in(well(words)));
                    case "finding" -> findings.add(finding(name, line, IdentityFinding.Treatment.REMOVED));
                    case "look" -> findings.add(finding(name, line, IdentityFinding.Treatment.CURATOR));
                    default -> {}
                }
            }
        }
        if (images.isEmpty()) {
            throw new UnreadableImage(files.getFirst().getFileName() + " holds no image line (byte 24). Add one.");
        }
        return new Scripted(List.copyOf(images), List.copyOf(findings));
    }

    @Override
    public boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.contains("stubborn")) {
            return false;
        }
        Files.write(
                copy,
                lines.stream()
                        .filter(line -> !line.startsWith("secret") && !line.startsWith("finding"))
                        .toList());
        return true;
    }

    private static PixelSource image(String[] words, WellPosition well) {
        return new Noise(
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Long.parseLong(words[3]),
                words.length > 4 ? words[4] : null,
                well);
    }

    private static WellPosition well(String[] words) {
        return new WellPosition(
                words.length > 4 ? words[4] : null,
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]));
    }

    private static IdentityFinding finding(String file, String line, IdentityFinding.Treatment treatment) {
        String[] words = line.split(" ", 3);
        return new IdentityFinding(
                IdentityFinding.Kind.valueOf(words[1]), file, words[2], "It can tell who a person is.", treatment);
    }

    private record Scripted(List<PixelSource> images, List<IdentityFinding> findings) implements Fileset {
        @Override
        public void close() {
            // nothing stays open
        }
    }

    private record Noise(int width, int height, long seed, String name, WellPosition well) implements PixelSource {

        Noise in(WellPosition place) {
            return new Noise(width, height, seed, name, place);
        }

        @Override
        public PixelShape shape() {
            return new PixelShape(1, 1, 1, height, width);
        }

        @Override
        public PixelType type() {
            return PixelType.UINT8;
        }

        @Override
        public SourceMetadata metadata() {
            return new SourceMetadata(name, "yx", null, null, null, List.of(), false, well);
        }

        @Override
        public void read(int t, int c, int z, long y, long x, int rows, int columns, byte[] destination) {
            checkRegion(t, c, z, y, x, rows, columns, destination);
            byte[] all = new byte[width * height];
            new Random(seed).nextBytes(all);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(all, (int) ((y + row) * width + x), destination, row * columns, columns);
            }
        }

        @Override
        public void close() {
            // nothing stays open
        }
    }
}
