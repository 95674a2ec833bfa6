package org.vitrail.cli.image;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.Printable;
import org.vitrail.pixels.UnreadableImage;

/**
 * Options that turn out to have no effect once the files are open: nobody should learn that from the result.
 *
 * @param fileset opened with the axes that were given
 */
record OptionEffects(ImageInputs inputs, Fileset fileset) {

    /** @throws UnreadableImage when the files name axes themselves, and others than these */
    void requireAxes(String axes) throws IOException {
        Optional<String> own = findOtherAxes(axes);
        if (own.isPresent()) {
            throw new UnreadableImage("--axes " + axes + " has no effect: " + inputs.stem()
                    + " says itself that its axes are " + own.get()
                    + ". Leave --axes out; where the file is wrong, its metadata have to be mended first.");
        }
    }

    /** Axes of the first image that files name themselves; empty where they are as given, or were taken as given. */
    Optional<String> findOtherAxes(String axes) throws IOException {
        List<? extends PixelSource> images = fileset.images();
        if (axes == null || axes.equals(images.get(0).metadata().axesFromFile())) {
            return Optional.empty();
        }
        boolean ignored = inputs.address() != null || isOpenedAlike();
        return ignored ? Optional.ofNullable(images.get(0).metadata().axesFromFile()) : Optional.empty();
    }

    /** True when without axes the same comes out. */
    private boolean isOpenedAlike() throws IOException {
        try (Fileset bare = inputs.open(null)) {
            PixelSource with = fileset.images().get(0);
            PixelSource without = bare.images().get(0);
            return bare.images().size() == fileset.images().size()
                    && with.shape().equals(without.shape())
                    && Objects.equals(
                            with.metadata().axesFromFile(), without.metadata().axesFromFile());
        } catch (PixelsException needed) {
            return false;
        }
    }

    /** What a name is not given to. @param name null when none was asked for */
    Optional<String> findNameless(String name) {
        List<? extends PixelSource> images = fileset.images();
        if (name == null) {
            return Optional.empty();
        }
        if (images.stream().allMatch(image -> image.metadata().well() != null)) {
            return Optional.of(
                    "--name names the whole in ro-crate-metadata.json alone: the plate keeps its name, and its images"
                            + " their own, or else those of their wells, such as \"A1 field 1\".");
        }
        long own = images.stream().filter(image -> isNamed(image)).count();
        return images.size() > 1 && own > 0
                ? Optional.of("--name names the whole: " + own + " of its " + images.size()
                        + " images keep the names that they have in the files, and others are called \""
                        + Printable.of(name) + " 1\", \"" + Printable.of(name) + " 2\" and so on.")
                : Optional.empty();
    }

    private static boolean isNamed(PixelSource image) {
        return image.metadata().name() != null && !image.metadata().name().isBlank();
    }
}
