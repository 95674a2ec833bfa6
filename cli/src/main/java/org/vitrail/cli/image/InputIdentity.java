package org.vitrail.cli.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names, sizes and times of input files: a conversion goes on where it was only while none of them changed. */
final class InputIdentity {

    private InputIdentity() {}

    /** Text over all files, and over those in folders. */
    static String of(List<Path> inputs) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path input : inputs) {
            try (Stream<Path> files = Files.walk(input)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    text.append(file.toRealPath())
                            .append(' ')
                            .append(Files.size(file))
                            .append(' ')
                            .append(Files.getLastModifiedTime(file))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
