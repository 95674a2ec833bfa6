package org.vitrail.cli.image;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vitrail.pixels.FailureWords;
import org.vitrail.pixels.UnreadableImage;

/** Keeps a second conversion away from an output that one is being written into; the operating system frees it when the process dies. */
final class OutputLock implements Closeable {

    private final Path file;
    private final FileChannel channel;

    private OutputLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the hidden lock file beside the output; makes the folders above it.
     *
     * @throws UnreadableImage when another conversion holds it, or nothing can be written there
     */
    static OutputLock take(Path output) {
        Path file = output.resolveSibling("." + output.getFileName() + ".lock");
        FileChannel channel = null;
        try {
            Files.createDirectories(output.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                OutputLock taken = new OutputLock(file, channel);
                channel = null;
                return taken;
            }
        } catch (IOException failed) {
            throw new UnreadableImage(
                    "Nothing can be written beside " + output + " (" + FailureWords.of(failed)
                            + "). Name a folder in which you may write.",
                    failed);
        } finally {
            closeQuietly(channel);
        }
        throw new UnreadableImage(
                "Another conversion is writing " + output + " now. Wait for it, or name another folder.");
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException thisProcess) {
            return false;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException left) {
            // nothing was written, and the reason for not going on is told already
        }
    }

    /** Removes the file before it is free, so that nobody can take one that is about to go. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
