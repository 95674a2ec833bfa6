package org.vitrail.pixels.bioformats.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;

/** A {@code loci.formats.ImageReader}, called by reflection. */
final class ReflectedReader {

    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_TEXTS = 5000;

    private final Class<?> tools;
    private final Object reader;
    private final Object metadata;

    /** @throws ReflectiveOperationException when Bio-Formats is not on the class path, or of another kind */
    ReflectedReader() throws ReflectiveOperationException {
        tools = Class.forName("loci.formats.FormatTools");
        reader = Class.forName("loci.formats.ImageReader").getConstructor().newInstance();
        metadata = metadata();
    }

    /** Version as Bio-Formats tells it. */
    static String version() throws ReflectiveOperationException {
        return String.valueOf(
                Class.forName("loci.formats.FormatTools").getField("VERSION").get(null));
    }

    private static Object metadata() {
        try {
            return Class.forName("loci.formats.MetadataTools")
                    .getMethod("createOMEXMLMetadata")
                    .invoke(null);
        } catch (ReflectiveOperationException | LinkageError without) {
            // names and sizes are then unknown, the pixels are the same
            return null;
        }
    }

    void open(String file) throws ReflectiveOperationException {
        call(reader, "setFlattenedResolutions", false);
        if (metadata != null) {
            call(reader, "setMetadataStore", metadata);
        }
        call(reader, "setId", file);
    }

    /** Writes what the file holds; the order is that of the parent's SeriesDescription. */
    void describe(DataOutputStream out) throws IOException, ReflectiveOperationException {
        out.writeUTF(text(call(reader, "getFormat")));
        String[] used = (String[]) call(reader, "getUsedFiles");
        out.writeInt(used.length);
        for (String file : used) {
            out.writeUTF(file.length() > LONGEST_TEXT ? file.substring(0, LONGEST_TEXT) : file);
        }
        int count = number("getSeriesCount");
        out.writeInt(count);
        for (int series = 0; series < count; series++) {
            call(reader, "setSeries", series);
            describe(out, series);
        }
        texts(out, count);
    }

    private void describe(DataOutputStream out, int series) throws IOException, ReflectiveOperationException {
        int type = number("getPixelType");
        out.writeUTF(text(tools.getMethod("getPixelTypeString", int.class).invoke(null, type)));
        for (String size : new String[] {"getSizeT", "getSizeC", "getSizeZ", "getSizeY", "getSizeX"}) {
            out.writeInt(number(size));
        }
        int samples = number("getRGBChannelCount");
        out.writeInt(samples);
        out.writeUTF(text(said("getImageName", series)));
        for (String axis : new String[] {"X", "Y", "Z"}) {
            out.writeDouble(in("MICROMETER", said("getPixelsPhysicalSize" + axis, series)));
        }
        out.writeDouble(in("SECOND", said("getPixelsTimeIncrement", series)));
        int channels = Math.min(number("getSizeC") / Math.max(1, samples), 10_000);
        out.writeInt(channels);
        for (int c = 0; c < channels; c++) {
            out.writeUTF(text(said("getChannelName", series, c)));
            out.writeInt(color(said("getChannelColor", series, c)));
        }
    }

    private void texts(DataOutputStream out, int count) throws IOException, ReflectiveOperationException {
        for (int series = -1; series < count; series++) {
            Map<?, ?> texts;
            if (series < 0) {
                texts = (Map<?, ?>) call(reader, "getGlobalMetadata");
            } else {
                call(reader, "setSeries", series);
                texts = (Map<?, ?>) call(reader, "getSeriesMetadata");
            }
            int written = 0;
            for (Map.Entry<?, ?> entry : texts.entrySet()) {
                if (++written > MOST_TEXTS) {
                    break;
                }
                out.writeBoolean(true);
                out.writeUTF(text(entry.getKey()));
                out.writeUTF(text(entry.getValue()));
            }
        }
        out.writeBoolean(false);
    }

    /** Samples of one channel, row by row, little-endian. */
    byte[] read(int series, int[] tczyx, int height, int width) throws ReflectiveOperationException {
        call(reader, "setSeries", series);
        int samples = Math.max(1, number("getRGBChannelCount"));
        int c = tczyx[1];
        int plane = (Integer) call(reader, "getIndex", tczyx[2], c / samples, tczyx[0]);
        byte[] all = (byte[]) call(reader, "openBytes", plane, tczyx[4], tczyx[3], width, height);
        int size = (Integer) tools.getMethod("getBytesPerPixel", int.class).invoke(null, number("getPixelType"));
        if (all.length != (long) width * height * size * samples) {
            throw new IllegalStateException("a region of " + all.length + " bytes");
        }
        boolean interleaved = (Boolean) call(reader, "isInterleaved");
        boolean little = (Boolean) call(reader, "isLittleEndian");
        byte[] one = new byte[width * height * size];
        int sample = c % samples;
        for (int i = 0; i < width * height; i++) {
            int from = (interleaved ? i * samples + sample : sample * width * height + i) * size;
            for (int b = 0; b < size; b++) {
                one[i * size + b] = all[from + (little ? b : size - 1 - b)];
            }
        }
        return one;
    }

    private int number(String method) throws ReflectiveOperationException {
        return (Integer) call(reader, method);
    }

    /** What the metadata say, or null where they say nothing. */
    private Object said(String method, int... indices) {
        if (metadata == null) {
            return null;
        }
        Object[] arguments = new Object[indices.length];
        for (int i = 0; i < indices.length; i++) {
            arguments[i] = indices[i];
        }
        try {
            return call(metadata, method, arguments);
        } catch (ReflectiveOperationException | RuntimeException silent) {
            return null;
        }
    }

    /** A length or time in that unit of Bio-Formats; NaN where it is not said. */
    private static double in(String unitName, Object quantity) {
        try {
            Object unit = Class.forName("ome.units.UNITS").getField(unitName).get(null);
            Object value = quantity == null ? null : call(quantity, "value", unit);
            return value instanceof Number number ? number.doubleValue() : Double.NaN;
        } catch (ReflectiveOperationException | LinkageError unknown) {
            return Double.NaN;
        }
    }

    /** 0xRRGGBB, or -1. */
    private static int color(Object color) {
        try {
            return color == null
                    ? -1
                    : (Integer) call(color, "getRed") << 16
                            | (Integer) call(color, "getGreen") << 8
                            | (Integer) call(color, "getBlue");
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            return -1;
        }
    }

    private static String text(Object value) {
        String text = value == null ? "" : String.valueOf(value);
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** Calls the public method of that name that takes such arguments. */
    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
                method.setAccessible(true);
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(target.getClass().getName() + "." + name);
    }

    private static boolean fits(Class<?>[] types, Object[] arguments) {
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            Class<?> type = types[i];
            fits = type == int.class && arguments[i] instanceof Integer
                    || type == boolean.class && arguments[i] instanceof Boolean
                    || type.isInstance(arguments[i]);
        }
        return fits;
    }

    /** What Bio-Formats itself threw. */
    static Throwable cause(Throwable thrown) {
        return thrown instanceof InvocationTargetException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
