package org.vitrail.cli.image;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrail.omezarr.ZarrPlaces;

/** Where a conversion is to be written, looked at before any work is done. */
final class OutputFolder {

    /** Kinds of file systems that the system makes up. */
    private static final Set<String> NO_DISK = Set.of("proc", "sysfs", "devpts", "cgroup", "cgroup2", "securityfs");

    private final Path output;

    private OutputFolder(Path output) {
        this.output = output;
    }

    /**
     * The folder that an argument names.
     *
     * @throws IllegalArgumentException when nothing can be written there, or it lies in a folder that is converted; says what to do
     */
    static Path of(String place, List<Path> inputs) throws IOException {
        if (ZarrPlaces.isAddress(place)) {
            throw new IllegalArgumentException(
                    place + " is an address; the last argument is the folder that is written.");
        }
        OutputFolder folder;
        try {
            folder = new OutputFolder(Path.of(place).toAbsolutePath().normalize());
        } catch (InvalidPathException bad) {
            throw new IllegalArgumentException(place + " is no path: " + bad.getReason() + ".");
        }
        Optional<String> fault = folder.taken().or(folder::closed);
        if (fault.isEmpty()) {
            fault = folder.inside(inputs);
        }
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
        return folder.output;
    }

    private Optional<String> taken() {
        if (Files.isSymbolicLink(output) && !Files.exists(output)) {
            return Optional.of(output + " is a link to what is not there. Remove the link, or name another folder.");
        }
        return Files.exists(output, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(output + " is there already and is not replaced. Name another folder.")
                : Optional.empty();
    }

    /** The nearest folder above that is there; or what is in its place. */
    private Path above() {
        Path above = output.getParent();
        while (above.getParent() != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
            above = above.getParent();
        }
        return above;
    }

    private Optional<String> closed() {
        Path above = above();
        String advice = " Name a folder in which you may write.";
        if (!Files.isDirectory(above)) {
            return Optional.of(output + " cannot be made: " + above + " is "
                    + (Files.exists(above) ? "a file and no folder." : "a link to what is not there.") + advice);
        }
        if (NO_DISK.contains(kind(above))) {
            return Optional.of(
                    output + " cannot be made: " + above + " belongs to the system, and keeps no files." + advice);
        }
        return Files.isWritable(above)
                ? Optional.empty()
                : Optional.of(output + " cannot be made: you may not write in " + above + "." + advice);
    }

    private static String kind(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.type();
        } catch (IOException unknown) {
            return "";
        }
    }

    /** A folder that grows while it is read would never be converted the same again. */
    private Optional<String> inside(List<Path> inputs) throws IOException {
        Path above = above();
        Path real = above.toRealPath().resolve(above.relativize(output));
        for (Path input : inputs) {
            if (Files.isDirectory(input) && real.startsWith(input.toRealPath())) {
                return Optional.of(output + " lies in " + input + ", which is converted. Name a folder beside it.");
            }
        }
        return Optional.empty();
    }
}
