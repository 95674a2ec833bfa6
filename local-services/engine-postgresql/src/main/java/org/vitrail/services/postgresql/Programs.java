package org.vitrail.services.postgresql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked once from the archive on the class path; how they are called as root or not. */
final class Programs {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Path binaries;

    private Programs(Path binaries) {
        this.binaries = binaries;
    }

    /** Unpacks them into {@code folder/dist} unless another process did; processes wait for one another. */
    static Programs unpacked(Path folder) throws IOException {
        Path target = folder.resolve("dist");
        try (FileChannel channel =
                FileChannel.open(folder.resolve("dist.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!Files.isDirectory(target)) {
                Path fresh = Files.createTempDirectory(
                        folder,
                        "dist",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
                unpack(fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return new Programs(target.resolve("bin"));
    }

    /**
     * The command line of a program. PostgreSQL refuses to run as root, in containers often the only user: there it gets a
     * user namespace of its own, in which it is nobody.
     */
    List<String> words(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of(UNSHARE.toString(), "-U"));
        }
        words.add(binaries.resolve(program).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    /** The same, ended by the system (fast shutdown) when the thread that starts it ends, even by {@code kill -9}. */
    List<String> tied(String program, String... arguments) {
        List<String> words = words(program, arguments);
        if (Files.isExecutable(SETPRIV)) {
            int at = words.indexOf(binaries.resolve(program).toString());
            words.addAll(at, List.of(SETPRIV.toString(), "--pdeathsig", "INT"));
        }
        return words;
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = Programs.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new IOException("No PostgreSQL for this machine on the class path: " + ARCHIVE
                        + " is missing (Linux on x86_64 is supported)");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, folder.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, to);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
