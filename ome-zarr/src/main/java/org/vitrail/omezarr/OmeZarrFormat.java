package org.vitrail.omezarr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;

/**
 * OME-Zarr 0.4 and 0.5 as files: a folder, all the files of a folder, or a ZIP archive of one. Axes are always the image's own. OME-NGFF
 * 0.5 §storage-format.
 */
public final class OmeZarrFormat implements ImageFormat {

    /** A ZIP file begins with the local header of its first member. */
    private static final String ARCHIVE = "PK\3\4";

    @Override
    public String name() {
        return "OME-Zarr";
    }

    @Override
    public boolean takes(List<Candidate> files) {
        if (files.size() == 1 && files.get(0).has(0, ARCHIVE)) {
            return true;
        }
        return root(files.stream().map(Candidate::path).toList()).isPresent();
    }

    @Override
    public Fileset open(List<Path> files, String axes) {
        Optional<Path> root = root(files);
        ZarrStore store = root.isPresent() ? new FolderZarrStore(root.get()) : ZipZarrStore.open(files.get(0));
        try {
            Fileset opened = OmeZarrImages.open(store);
            store = null;
            return opened;
        } finally {
            if (store != null) {
                store.close();
            }
        }
    }

    /** True for a folder with the metadata of a group of Zarr v2 or v3. */
    public static boolean isZarrFolder(Path folder) {
        return Stream.of(ZarrGroups.V3, ZarrGroups.V2_GROUP, ZarrGroups.V2_ATTRIBUTES)
                .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** True for a ZIP file. Pipes and devices are not opened: who reads them may wait for ever. */
    public static boolean isArchive(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return new Candidate(file, stream.readNBytes(ARCHIVE.length())).has(0, ARCHIVE);
        }
    }

    /** The folder that is an OME-Zarr and holds all that was given. */
    private static Optional<Path> root(List<Path> files) {
        if (files.size() == 1 && Files.isDirectory(files.get(0))) {
            return isZarrFolder(files.get(0)) ? Optional.of(files.get(0)) : Optional.empty();
        }
        return files.stream()
                .filter(file -> ZarrGroups.isGroupDocument(String.valueOf(file.getFileName())))
                .map(file -> file.toAbsolutePath().normalize().getParent())
                .filter(folder -> files.stream()
                        .allMatch(file -> file.toAbsolutePath().normalize().startsWith(folder)))
                .findFirst();
    }
}
