package org.vitrail.pixels.slide;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Optional;

/** The functions of libopenslide that are called. Safe for several threads, as the library is. */
final class OpenSlideLibrary {

    private static final String NAME = "libopenslide.so.0";
    private static final String UTF_8 = "UTF-8";

    private final NativeLibrary library;

    private OpenSlideLibrary(NativeLibrary library) {
        this.library = library;
    }

    /** The installed library, loaded once; empty where there is none. */
    static Optional<OpenSlideLibrary> installed() {
        return Holder.INSTALLED;
    }

    private static final class Holder {

        static final Optional<OpenSlideLibrary> INSTALLED = load();

        private static Optional<OpenSlideLibrary> load() {
            try {
                return Optional.of(new OpenSlideLibrary(NativeLibrary.getInstance(NAME)));
            } catch (UnsatisfiedLinkError absent) {
                return Optional.empty();
            }
        }
    }

    private Function function(String name) {
        return library.getFunction("openslide_" + name, Function.C_CONVENTION, UTF_8);
    }

    /** Name of the format's reader, or null when the file is no slide. */
    String detectVendor(String path) {
        return text(function("detect_vendor").invokePointer(new Object[] {path}));
    }

    /** A handle, or null when the file is no slide. */
    Pointer open(String path) {
        return function("open").invokePointer(new Object[] {path});
    }

    void close(Pointer slide) {
        function("close").invokeVoid(new Object[] {slide});
    }

    /** What went wrong with the handle, or null; it is of no more use then. */
    String error(Pointer slide) {
        return text(function("get_error").invokePointer(new Object[] {slide}));
    }

    /** Columns and rows of the full resolution; −1 in the error state. */
    long[] dimensions(Pointer slide) {
        long[] width = new long[1];
        long[] height = new long[1];
        function("get_level0_dimensions").invokeVoid(new Object[] {slide, width, height});
        return new long[] {width[0], height[0]};
    }

    /** Fills an array with premultiplied ARGB of the full resolution, row by row. */
    void readRegion(Pointer slide, int[] argb, long x, long y, long width, long height) {
        function("read_region").invokeVoid(new Object[] {slide, argb, x, y, 0, width, height});
    }

    String[] propertyNames(Pointer slide) {
        return names(function("get_property_names").invokePointer(new Object[] {slide}));
    }

    /** Value of a property, or null. */
    String property(Pointer slide, String name) {
        return text(function("get_property_value").invokePointer(new Object[] {slide, name}));
    }

    String[] associatedImageNames(Pointer slide) {
        return names(function("get_associated_image_names").invokePointer(new Object[] {slide}));
    }

    private static String text(Pointer pointer) {
        return pointer == null ? null : pointer.getString(0, UTF_8);
    }

    private static String[] names(Pointer pointer) {
        return pointer == null ? new String[0] : pointer.getStringArray(0, UTF_8);
    }
}
