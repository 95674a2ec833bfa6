package org.vitrail.ontology.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: under a name of its own, to the disk, then renamed. */
final class WholeFile {

    /** What is written. */
    interface Content<R> {
        R writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Replaces what is there; on any failure it stays as it was. */
    static <R> R write(Path file, Content<R> content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(folder, ".unfinished-", "");
        try {
            R result;
            try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
                result = content.writeTo(out);
                out.getFD().sync();
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
