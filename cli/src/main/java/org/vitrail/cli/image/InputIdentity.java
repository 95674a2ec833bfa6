package org.vitrail.cli.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names, sizes and times of input files: a conversion goes on where it was only while none of them changed. */
final class InputIdentity {

    private final MessageDigest digest;

    private InputIdentity() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Hash over all files, and over those in folders, of which an OME-Zarr may have millions. */
    static String of(List<Path> inputs) throws IOException {
        InputIdentity identity = new InputIdentity();
        for (Path input : inputs) {
            identity.add(input.toRealPath());
        }
        return HexFormat.of().formatHex(identity.digest.digest());
    }

    /** One folder after the other, so that memory holds the names of one only. Links to folders are not followed. */
    private void add(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> entries;
            try (Stream<Path> all = Files.list(path)) {
                entries = all.sorted().toList();
            }
            for (Path entry : entries) {
                add(entry);
            }
        } else if (Files.isRegularFile(path)) {
            String line = path.toRealPath() + " " + Files.size(path) + " " + Files.getLastModifiedTime(path) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
