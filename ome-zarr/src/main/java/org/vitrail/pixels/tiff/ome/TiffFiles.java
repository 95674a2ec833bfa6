package org.vitrail.pixels.tiff.ome;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.file.LazyTiff;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.page.BlockCache;

/** The files of a fileset by their names: those that were given, and those beside them that OME-XML names. */
public final class TiffFiles implements Closeable {

    private final OpenFiles open = new OpenFiles();
    private final BlockCache cache = new BlockCache(64L << 20);
    private final List<Path> given;
    private final Map<String, Path> givenByName = new LinkedHashMap<>();
    private final Map<Path, LazyTiff> tiffs = new LinkedHashMap<>();
    private final Set<Path> documents = new LinkedHashSet<>();

    /** Opens nothing yet. @param given files of TIFF or OME-XML */
    public TiffFiles(List<Path> given) {
        this.given = List.copyOf(given);
        given.forEach(path -> givenByName.putIfAbsent(String.valueOf(path.getFileName()), path));
    }

    /** As the caller named them. */
    public List<Path> given() {
        return given;
    }

    /** Decoded blocks of all the files. */
    public BlockCache cache() {
        return cache;
    }

    /** That file as TIFF; the same object for the same path. */
    public LazyTiff tiff(Path path) {
        return tiffs.computeIfAbsent(path, absent -> new LazyTiff(path, open));
    }

    /** True when an image of the fileset needs the file, or its text was read. */
    public boolean isUsed(Path path) {
        return tiffs.containsKey(path) || documents.contains(path);
    }

    /** Remembers a file of pure OME-XML. */
    public void useDocument(Path path) {
        documents.add(path);
    }

    /** True for a file of pure OME-XML that was read. */
    public boolean isDocument(Path path) {
        return documents.contains(path);
    }

    /** TIFF files and documents that the fileset is made of. */
    public List<Path> used() {
        List<Path> used = new ArrayList<>(documents);
        used.addAll(tiffs.keySet());
        return used;
    }

    /**
     * Finds a file by a name out of a file.
     *
     * @param name without folders
     * @param from the file that names it
     * @throws UnreadableImage when the name has folders in it: a file must not reach for others elsewhere
     */
    public Optional<Path> find(String name, Path from) {
        if (!isBare(name)) {
            throw new UnreadableImage(
                    "The OME-XML in %s names the file \"%s\", which is not a name without folders. Put all files into one folder and save again."
                            .formatted(from.getFileName(), shown(name)));
        }
        Path among = givenByName.get(name);
        if (among != null) {
            return Optional.of(among);
        }
        try {
            Path beside = from.resolveSibling(name);
            return Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS) ? Optional.of(beside) : Optional.empty();
        } catch (InvalidPathException notHere) {
            return Optional.empty(); // letters that this system's file names cannot have
        }
    }

    private static boolean isBare(String name) {
        boolean separated = name.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
        return !separated && !name.isBlank() && !name.equals(".") && !name.equals("..") && name.length() <= 255;
    }

    /** A name out of a file, fit for a message. */
    public static String shown(String name) {
        return name.substring(0, Math.min(name.length(), 100)).replaceAll("\\p{Cntrl}", "?");
    }

    /** How many files are open now. */
    public int openCount() {
        return open.count();
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
