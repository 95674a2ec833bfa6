package org.vitrail.pixels.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/** An open HDF5 file. Nothing of jhdf is used but inside {@link #guard}, which turns whatever it throws into our two exceptions. */
final class Hdf5File implements Closeable {

    /** Bytes 0 to 7 of every HDF5 file, or of what follows its user block. */
    static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    private final String name;
    private final FileChannel channel;
    private final Superblock superblock;
    private final OpaqueTypes opaque = new OpaqueTypes();
    private final GroupListings listings = new GroupListings();

    private Hdf5File(String name, FileChannel channel, Superblock superblock) {
        this.name = name;
        this.channel = channel;
        this.superblock = superblock;
    }

    static Hdf5File open(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean done = false;
        try {
            Superblock superblock =
                    guard(name, "superblock", () -> Superblock.readSuperblock(channel, signature(channel)));
            Hdf5File file = new Hdf5File(name, channel, superblock);
            done = true;
            return file;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    /** Offset of the signature: 0, or behind a user block of 512 bytes, 1024, 2048 … */
    private static long signature(FileChannel channel) throws IOException {
        for (long at = 0; at + 8 <= channel.size(); at = at == 0 ? 512 : 2 * at) {
            ByteBuffer bytes = ByteBuffer.allocate(8);
            channel.read(bytes, at);
            if (new String(bytes.array(), java.nio.charset.StandardCharsets.ISO_8859_1).equals(SIGNATURE)) {
                return at;
            }
        }
        throw new IOException("no signature");
    }

    String name() {
        return name;
    }

    FileChannel channel() {
        return channel;
    }

    /** Where the addresses in the file count from. */
    long base() {
        return superblock.getBaseAddressByte();
    }

    /** Where the file ends by its own account; what is behind belongs to nobody. HDF5 format specification §II.A. */
    long end() {
        return superblock.getEndOfFileAddress();
    }

    /** What was shown to jhdf as a text and is none. */
    OpaqueTypes opaque() {
        return opaque;
    }

    /** A storage with its own limits. */
    GuardedStorage storage() {
        return guard("superblock", () -> new GuardedStorage(channel, superblock, opaque));
    }

    /** The root group, read anew: nothing that jhdf holds of it outlives the caller's use. */
    HdfFile root(GuardedStorage storage) {
        return guard("root group", () -> {
            // jhdf offers no public way to give it a storage of one's own; pinned by the version in the pom and by
            // every test here
            Constructor<HdfFile> constructor = HdfFile.class.getDeclaredConstructor(HdfBackingStorage.class);
            constructor.setAccessible(true);
            return constructor.newInstance(storage);
        });
    }

    /**
     * A data set.
     *
     * @param path without a leading slash
     * @throws UnsupportedImage when a link stands in the path: links are not followed, for they lead to other files
     */
    Dataset dataset(GuardedStorage storage, String path) {
        HdfFile root = root(storage);
        Node node = root;
        String group = "";
        for (String step : path.split("/")) {
            Node parent = node;
            String place = group;
            node = guard(path, () -> child(root, place, parent, step));
            if (node == null) {
                throw new UnreadableImage(
                        "%s has no %s (%s is missing). It was cut off or is of another kind; save it again."
                                .formatted(name, path, step));
            }
            group = group.isEmpty() ? step : group + "/" + step;
        }
        if (node instanceof Dataset dataset) {
            return dataset;
        }
        throw new UnreadableImage("%s has a group at %s where pixels should be. Save it again.".formatted(name, path));
    }

    private Node child(HdfFile root, String place, Node parent, String step) {
        Optional<Long> address = listings.find(place, step);
        if (address.isPresent() && address.get() != GroupListings.LINK) {
            return root.getNodeByAddress(address.get());
        }
        Node child = null;
        if (address.isEmpty() && parent instanceof Group group && !(parent instanceof Dataset)) {
            child = group.getChild(step);
            listings.remember(place, group);
        }
        if (address.isPresent() || child instanceof Link) {
            throw new UnsupportedImage(
                    "%s has a link at %s/%s, and links are not followed. Save it as one file (h5repack or Fiji), and give that."
                            .formatted(name, place, step));
        }
        return child;
    }

    /** Runs what touches jhdf. @param where in the file, for the message */
    <T> T guard(String where, Callable<T> work) {
        return guard(name, where, work);
    }

    private static <T> T guard(String name, String where, Callable<T> work) {
        try {
            return work.call();
        } catch (PixelsException ours) {
            throw ours;
        } catch (Exception | StackOverflowError | OutOfMemoryError fault) {
            // jhdf checks neither depth nor every count; what our storage does not stop ends here, with nothing held
            Throwable root = root(fault);
            if (root instanceof UnsupportedHdfException) {
                throw new UnsupportedImage(
                        "%s uses a part of HDF5 that is not read, at %s: %s. Save it anew with usual settings (h5repack), or as OME-TIFF."
                                .formatted(name, where, root.getMessage()));
            }
            throw new UnreadableImage(
                    "%s is damaged at %s: %s. Check that it was copied whole, or save it again."
                            .formatted(name, where, said(root)),
                    fault);
        }
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        for (int depth = 0; root.getCause() != null && depth < 50; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static String said(Throwable root) {
        if (root instanceof StackOverflowError) {
            return "it is nested without end";
        }
        if (root instanceof OutOfMemoryError) {
            return "it names more entries than fit into memory";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
