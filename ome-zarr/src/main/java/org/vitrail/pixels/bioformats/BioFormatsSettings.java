package org.vitrail.pixels.bioformats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vitrail.pixels.UnsupportedImage;

/**
 * How Bio-Formats is run.
 *
 * @param jar the user's {@code bioformats_package.jar}, or null when none is given
 * @param memoryMegabytes heap of the process
 * @param openLimit how long opening may take
 * @param readLimit how long reading one region may take
 */
record BioFormatsSettings(Path jar, int memoryMegabytes, Duration openLimit, Duration readLimit) {

    /** From {@code vitrail.bioformats.jar} or {@code VITRAIL_BIOFORMATS_JAR}, and the same with {@code memory} in MiB (1024). */
    static BioFormatsSettings fromSurroundings() {
        String jar = named("jar");
        String memory = named("memory");
        int megabytes = memory != null && memory.matches("[1-9][0-9]{2,6}") ? Integer.parseInt(memory) : 1024;
        return new BioFormatsSettings(
                jar == null || jar.isBlank() ? null : Path.of(jar),
                megabytes,
                Duration.ofMinutes(5),
                Duration.ofMinutes(2));
    }

    private static String named(String name) {
        String property = System.getProperty("vitrail.bioformats." + name);
        return property != null
                ? property
                : System.getenv("VITRAIL_BIOFORMATS_" + name.toUpperCase(java.util.Locale.ROOT));
    }

    /**
     * The jar.
     *
     * @param what the file that needs it, and its format
     * @throws UnsupportedImage when there is none; says how to give it
     */
    Path requireJar(String what) {
        if (jar == null) {
            throw new UnsupportedImage(
                    "%s. It is read through Bio-Formats, which is not part of Vitrail: download bioformats_package.jar (8.5.0 or later) and set VITRAIL_BIOFORMATS_JAR to its path, or export the image as OME-TIFF."
                            .formatted(what));
        }
        if (!Files.isRegularFile(jar)) {
            throw new UnsupportedImage(
                    "%s. It is read through Bio-Formats, but there is no file where VITRAIL_BIOFORMATS_JAR says (%s). Mend the setting, or export the image as OME-TIFF."
                            .formatted(what, jar.getFileName()));
        }
        return jar;
    }
}
