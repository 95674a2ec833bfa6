package org.vitrail.pixels.slide;

import com.sun.jna.Pointer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.vitrail.pixels.UnreadableImage;

/** One slide that is open in the library. Several threads may read at once; it is closed when the last of them is done. */
final class OpenedSlide implements Closeable {

    private static final int MOST_NAMES = 100_000;

    private final OpenSlideLibrary library;
    private final Pointer handle;
    private final Path file;
    private final String name;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private OpenedSlide(OpenSlideLibrary library, Pointer handle, Path file) {
        this.library = library;
        this.handle = handle;
        this.file = file;
        this.name = String.valueOf(file.getFileName());
    }

    /** @throws UnreadableImage when the library does not know or cannot read the file */
    static OpenedSlide open(OpenSlideLibrary library, Path file) {
        Path absolute = file.toAbsolutePath();
        Pointer handle = library.open(absolute.toString());
        if (handle == null) {
            throw new UnreadableImage(
                    "%s is not recognized by OpenSlide. Check that it was copied whole, with the files that belong to it (for MIRAX: the folder of the same name)."
                            .formatted(file.getFileName()));
        }
        OpenedSlide slide = new OpenedSlide(library, handle, absolute);
        try {
            slide.requireNoError();
            return slide;
        } catch (UnreadableImage damaged) {
            library.close(handle);
            throw damaged;
        }
    }

    private interface Call<T> {
        T run();
    }

    /** Runs a call between opening and closing, and asks for its error. */
    private <T> T call(Call<T> call) throws IOException {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IOException(name + " was closed");
            }
            T result = call.run();
            requireNoError();
            return result;
        } finally {
            use.readLock().unlock();
        }
    }

    private void requireNoError() {
        String error = library.error(handle);
        if (error != null) {
            throw new UnreadableImage(
                    "OpenSlide cannot read %s: %s. Check that it was copied whole, or export it again from the scanner's software."
                            .formatted(name, withoutFolder(error)));
        }
    }

    /** The library names files with their folders, which are nobody's business. */
    private String withoutFolder(String error) {
        return error.replace(file.getParent() + file.getFileSystem().getSeparator(), "");
    }

    String name() {
        return name;
    }

    /** Columns and rows of the full resolution. */
    long[] dimensions() throws IOException {
        return call(() -> library.dimensions(handle));
    }

    /** Premultiplied ARGB, row by row. */
    int[] read(long x, long y, int width, int height) throws IOException {
        int[] argb = new int[width * height];
        return call(() -> {
            library.readRegion(handle, argb, x, y, width, height);
            return argb;
        });
    }

    /** Properties by their names, in the library's order. */
    Map<String, String> properties() throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String key : names(call(() -> library.propertyNames(handle)))) {
            String value = call(() -> library.property(handle, key));
            properties.put(key, value == null ? "" : value);
        }
        return properties;
    }

    /** Names of the pictures beside the image. */
    List<String> pictures() throws IOException {
        return names(call(() -> library.associatedImageNames(handle)));
    }

    private static List<String> names(String[] all) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(all.length, MOST_NAMES); i++) {
            names.add(all[i]);
        }
        return names;
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                library.close(handle);
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
