package org.vitrail.omezarr;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrail.pixels.FailureWords;

/**
 * A folder as store: each object a file, written beside its place and moved there whole. Symbolic links that lead out of the folder are
 * not followed. One key is written by one thread at a time.
 */
public final class FolderZarrStore implements ListableZarrStore {

    private final Path root;

    /** A store in that folder, which need not exist yet. */
    public FolderZarrStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, byte[] bytes) {
        Path file = file(key);
        try {
            Files.createDirectories(file.getParent());
            // one name for each key, so that what a killed process leaves is replaced by the one that goes on
            Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
            try {
                Files.write(partial, bytes);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException failed) {
            throw failure("could not be written", key, failed);
        }
    }

    @Override
    public Optional<byte[]> find(String key) {
        try (FileChannel channel = FileChannel.open(inside(key))) {
            if (channel.size() > Integer.MAX_VALUE - 8) {
                throw new IOException("it has 2 GiB or more");
            }
            return Optional.of(read(channel, 0, (int) channel.size()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failed) {
            throw failure("could not be read", key, failed);
        }
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        try (FileChannel channel = FileChannel.open(inside(key))) {
            long available = Math.max(0, channel.size() - offset);
            return read(channel, offset, (int) Math.min(length, available));
        } catch (IOException failed) {
            throw failure("could not be read", key, failed);
        }
    }

    @Override
    public Optional<byte[]> findRange(String key, long offset, int length) {
        try (FileChannel channel = FileChannel.open(inside(key))) {
            long available = Math.max(0, channel.size() - offset);
            return Optional.of(read(channel, offset, (int) Math.min(length, available)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failed) {
            throw failure("could not be read", key, failed);
        }
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        try (FileChannel channel = FileChannel.open(inside(key))) {
            long from = Math.max(0, channel.size() - length);
            return Optional.of(read(channel, from, (int) (channel.size() - from)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failed) {
            throw failure("could not be read", key, failed);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Path file = file(key);
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (java.nio.file.DirectoryNotEmptyException others) {
            // the folder is still needed
        } catch (IOException failed) {
            throw failure("could not be removed", key, failed);
        }
    }

    @Override
    public void list(String prefix, Consumer<String> key) {
        try {
            Path folder = prefix.isEmpty() ? root : file(prefix.substring(0, prefix.length() - 1));
            if (Files.isDirectory(folder)) {
                Path real = root.toRealPath();
                Files.walkFileTree(
                        folder,
                        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                        Integer.MAX_VALUE,
                        keys(folder, prefix, real, key));
            }
        } catch (IOException failed) {
            throw failure("could not be listed", prefix, failed);
        }
    }

    private static FileVisitor<Path> keys(Path folder, String prefix, Path realRoot, Consumer<String> key) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (!directory.toRealPath().startsWith(realRoot)) {
                    throw new IOException("a symbolic link leads out of the folder");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                key.accept(prefix + folder.relativize(file).toString().replace(File.separatorChar, '/'));
                return FileVisitResult.CONTINUE;
            }
        };
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private static byte[] read(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("ended at byte " + (offset + buffer.position()));
            }
        }
        return buffer.array();
    }

    private Path inside(String key) throws IOException {
        Path file = file(key);
        if (Files.isDirectory(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("a symbolic link leads out of the folder");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is neither a file nor a folder");
        }
        return file;
    }

    private Path file(String key) {
        return root.resolve(ZarrKeys.checked(key));
    }

    private ZarrStoreFailure failure(String what, String key, Exception cause) {
        return new ZarrStoreFailure(
                "Object " + key + " of " + root + " " + what + ": " + FailureWords.of(cause) + '.', cause);
    }
}
