package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vitrail.pixels.UnsupportedImage;

/** The DICOM files in a folder and the folders in it, by name; a DICOMDIR is an index and is left out. PS3.10 §8.6. */
final class DicomFolder {

    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 20_000;
    private static final int LOOKED_AT = 64;

    private DicomFolder() {}

    /** True when one of the first files is DICOM. */
    static boolean holdsDicom(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile).limit(LOOKED_AT)::iterator) {
                if (DicomHead.isDicom(DicomFormat.head(file))) {
                    return true;
                }
            }
            return false;
        } catch (java.io.UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** Files as they are given, folders replaced by the DICOM files in them. */
    static List<Path> files(List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                addAll(path, files);
            } else {
                files.add(path);
            }
        }
        if (files.size() > MOST_FILES) {
            throw new UnsupportedImage("%s and what else is given are %d DICOM files; up to %d are read at once."
                    .formatted(given.get(0).getFileName(), files.size(), MOST_FILES));
        }
        return files;
    }

    private static void addAll(Path folder, List<Path> files) throws IOException {
        try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile).sorted()::iterator) {
                boolean index = String.valueOf(file.getFileName()).equalsIgnoreCase("DICOMDIR");
                if (!index && DicomHead.isDicom(DicomFormat.head(file))) {
                    files.add(file);
                }
            }
        } catch (java.io.UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
