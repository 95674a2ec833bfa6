package org.vitrail.omezarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A folder as store: each object a file. Symbolic links that lead out of the folder are not followed. */
public final class FolderZarrStore implements ZarrStore {

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
            Path partial = Files.createTempFile(file.getParent(), ".", ".partial");
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
            return Optional.of(read(channel, 0, Math.toIntExact(channel.size())));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | ArithmeticException failed) {
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
        return file;
    }

    private Path file(String key) {
        return root.resolve(ZarrKeys.checked(key));
    }

    private ZarrStoreFailure failure(String what, String key, Exception cause) {
        return new ZarrStoreFailure("Object " + key + " of " + root + " " + what + ": " + cause.getMessage(), cause);
    }
}
