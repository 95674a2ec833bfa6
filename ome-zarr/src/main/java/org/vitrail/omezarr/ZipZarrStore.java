package org.vitrail.omezarr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vitrail.omezarr.zip.BadZip;
import org.vitrail.omezarr.zip.MemberBytes;
import org.vitrail.omezarr.zip.ZipDirectory;
import org.vitrail.omezarr.zip.ZipMember;
import org.vitrail.pixels.FailureWords;

/**
 * An OME-Zarr in one ZIP file ({@code .ozx}, {@code .zarr.zip}), for reading: its root is the archive's top or one folder there. Stored
 * members are read in place; deflated ones are unpacked up to what is wanted, small ones once.
 */
public final class ZipZarrStore implements ListableZarrStore {

    private static final int LARGEST_OBJECT_BYTES =
            (int) Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);
    private static final long UNPACKED_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);

    private final Path path;
    private final FileChannel file;
    private final MemberBytes bytes;
    private final Map<String, ZipMember> members = new HashMap<>();
    private final BoundedCache<byte[]> unpacked = new BoundedCache<>(UNPACKED_BYTES);

    private ZipZarrStore(Path path, FileChannel file) throws IOException {
        this.path = path;
        this.file = file;
        this.bytes = new MemberBytes(file);
        try {
            Map<String, ZipMember> all = ZipDirectory.read(file);
            all.keySet().forEach(ZarrKeys::checked);
            String root = root(all);
            all.forEach((name, member) -> {
                if (name.startsWith(root)) {
                    members.put(name.substring(root.length()), member);
                }
            });
        } catch (BadZip bad) {
            throw damaged(bad);
        }
    }

    /**
     * Opens the archive; it stays open until {@link #close}.
     *
     * @throws UnreadableZarr when it is damaged, hostile, or holds no OME-Zarr; names the file, and the member
     * @throws ZarrStoreFailure when the file could not be read
     */
    public static ZipZarrStore open(Path path) {
        FileChannel file = null;
        try {
            file = FileChannel.open(path);
            ZipZarrStore store = new ZipZarrStore(path, file);
            file = null;
            return store;
        } catch (UnreadableZarr bad) {
            throw bad.getMessage().contains(path.getFileName().toString())
                    ? bad
                    : new UnreadableZarr("Archive " + path + ": " + bad.getMessage(), bad);
        } catch (IOException failed) {
            throw new ZarrStoreFailure(
                    "Archive " + path + " could not be read: " + FailureWords.of(failed) + ".", failed);
        } finally {
            closeQuietly(file);
        }
    }

    private static void closeQuietly(FileChannel file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException left) {
            // nothing was written, and what went wrong before is told
        }
    }

    /** Empty, or the one top folder in which a group's metadata lie, with a slash. */
    private String root(Map<String, ZipMember> all) {
        TreeSet<String> roots = new TreeSet<>();
        for (String name : all.keySet()) {
            int top = name.indexOf('/') + 1;
            if (name.indexOf('/', top) < 0 && ZarrGroups.isGroupDocument(name.substring(top))) {
                roots.add(name.substring(0, top));
            }
        }
        if (roots.contains("")) {
            return "";
        }
        if (roots.size() != 1) {
            throw new UnreadableZarr("Archive " + path + " holds "
                    + (roots.isEmpty() ? "no OME-Zarr" : "several OME-Zarr: " + roots)
                    + ". zarr.json or .zattrs must lie at its top, or in one folder there.");
        }
        return roots.first();
    }

    @Override
    public void put(String key, byte[] value) {
        throw new UnsupportedOperationException(this + " is for reading only");
    }

    @Override
    public Optional<byte[]> find(String key) {
        return find(key, LARGEST_OBJECT_BYTES);
    }

    @Override
    public Optional<byte[]> find(String key, int mostBytes) {
        ZipMember member = members.get(ZarrKeys.checked(key));
        if (member == null) {
            return Optional.empty();
        }
        if (member.sizeBytes() > Math.min(mostBytes, LARGEST_OBJECT_BYTES)) {
            throw new UnreadableZarr("Object " + key + " of " + path + " has " + member.sizeBytes()
                    + " bytes, more than such an object may have. Is it the right file?");
        }
        return Optional.of(part(member, 0, (int) member.sizeBytes()));
    }

    @Override
    public void list(String prefix, Consumer<String> key) {
        members.keySet().stream().filter(each -> each.startsWith(prefix)).forEach(key);
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        return findRange(key, offset, length)
                .orElseThrow(() -> new ZarrStoreFailure("Object " + key + " of " + path + " is not there"));
    }

    @Override
    public Optional<byte[]> findRange(String key, long offset, int length) {
        return Optional.ofNullable(members.get(ZarrKeys.checked(key))).map(member -> {
            long available = Math.max(0, member.sizeBytes() - offset);
            return part(member, Math.min(offset, member.sizeBytes()), (int) Math.min(length, available));
        });
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return Optional.ofNullable(members.get(ZarrKeys.checked(key))).map(member -> {
            long from = Math.max(0, member.sizeBytes() - length);
            return part(member, from, (int) (member.sizeBytes() - from));
        });
    }

    private byte[] part(ZipMember member, long from, int length) {
        try {
            if (!member.deflated() || member.sizeBytes() > UNPACKED_BYTES / 2) {
                return bytes.read(member, from, length);
            }
            byte[] whole = unpacked.find(member.name());
            if (whole == null) {
                whole = bytes.read(member, 0, (int) member.sizeBytes());
                unpacked.keep(member.name(), whole, whole.length + 128L);
            }
            return java.util.Arrays.copyOfRange(whole, (int) from, (int) from + length);
        } catch (BadZip bad) {
            throw damaged(bad);
        } catch (IOException failed) {
            throw new ZarrStoreFailure(
                    "Object " + member.name() + " of " + path + " could not be read: " + FailureWords.of(failed) + ".",
                    failed);
        }
    }

    private UnreadableZarr damaged(BadZip bad) {
        return new UnreadableZarr(
                "Archive " + path + ": " + bad.getMessage() + ". Make the archive anew, or give the folder itself.",
                bad);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() {
        closeQuietly(file);
    }
}
