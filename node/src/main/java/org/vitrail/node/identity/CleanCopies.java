package org.vitrail.node.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** Copies of files that are read together, and the proof that nothing is left in them that had to be removed. */
final class CleanCopies {
    private final Path folder;
    private final String axes;
    private final Map<String, Path> copies = new HashMap<>();
    private final Set<String> cleaned = new HashSet<>();

    CleanCopies(Path folder, String axes) {
        this.folder = folder;
        this.axes = axes;
    }

    /** Adds a file, without what reveals persons where it does; a file that cannot be copied so is left out. */
    void add(HeldFile file, Path original, boolean revealing) throws IOException {
        Path copy = folder.resolve(file.path()).normalize();
        Files.createDirectories(copy.getParent());
        if (!revealing) {
            Files.move(original, copy);
            copies.put(file.fileId(), copy);
        } else if (written(original, copy)) {
            copies.put(file.fileId(), copy);
            cleaned.add(file.fileId());
        }
    }

    private static boolean written(Path original, Path copy) throws IOException {
        boolean written = false;
        try {
            written = ImageReaders.writeWithoutIdentity(original, copy);
        } catch (PixelsException damaged) {
            written = false;
        }
        if (!written) {
            Files.deleteIfExists(copy);
        }
        return written;
    }

    /** Reads the copies again; those in which something is left, or that cannot be read, do not count as clean. */
    void prove() throws IOException {
        Optional<List<IdentityFinding>> together = findings(new ArrayList<>(copies.values()));
        for (String fileId : Set.copyOf(cleaned)) {
            Path copy = copies.get(fileId);
            Optional<List<IdentityFinding>> found = together.isPresent() ? together : findings(List.of(copy));
            if (found.isEmpty() || reveals(found.get(), copy.getFileName().toString())) {
                cleaned.remove(fileId);
            }
        }
    }

    private Optional<List<IdentityFinding>> findings(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try (Fileset content = ImageReaders.openAll(files, axes)) {
            return Optional.of(content.findings());
        } catch (PixelsException unreadable) {
            return Optional.empty();
        }
    }

    /** What names none of the copies may stand in any of them. */
    private boolean reveals(List<IdentityFinding> found, String name) {
        Set<String> names = new HashSet<>();
        copies.values().forEach(copy -> names.add(copy.getFileName().toString()));
        return found.stream()
                .filter(finding -> finding.treatment() == Treatment.REMOVED)
                .anyMatch(finding -> finding.file().equals(name) || !names.contains(finding.file()));
    }

    boolean isClean(HeldFile file) {
        return cleaned.contains(file.fileId());
    }

    Path path(HeldFile file) {
        return copies.get(file.fileId());
    }
}
