package org.vitrail.cli.image;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrail.omezarr.ScaleLevel;
import org.vitrail.omezarr.WrittenFileset;
import org.vitrail.omezarr.WrittenImage;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.Printable;

/** Says what a conversion has written. */
final class ConversionReport {

    private static final int REPORTED = 20;

    private final PrintWriter out;

    ConversionReport(PrintWriter out) {
        this.out = out;
    }

    /** Where it stands now. */
    void written(Path output) {
        print("Written: %s%n", output);
    }

    /** All images of a fileset. @param start as {@link System#nanoTime} gave it */
    void fileset(WrittenFileset written, long start) {
        List<WrittenFileset.Member> images = written.images();
        if (images.size() == 1 && images.get(0).path().isEmpty()) {
            image("image", images.get(0).image(), start);
            images.get(0).labels().forEach(label -> label("", label));
            return;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        print("%s of %d images%n", written.layout().name().toLowerCase(Locale.ROOT), images.size());
        for (WrittenFileset.Member member : images.subList(0, Math.min(REPORTED, images.size()))) {
            WrittenImage image = member.image();
            print(
                    "  %s: %s %s, %s%n",
                    member.path(), image.shape(), image.type().numpyName(), member.name());
            print("    digest %s%n", image.digest());
            member.labels().forEach(label -> label("  ", label));
        }
        if (images.size() > REPORTED) {
            print("  … and %d more%n", images.size() - REPORTED);
        }
        print(
                "  %.1f MB in %d objects, %.2f s%n",
                written.sizeBytes() / 1e6, written.objects().size(), seconds);
    }

    private void label(String indent, WrittenFileset.WrittenLabel label) {
        WrittenImage image = label.image();
        print(
                "%s  label image %s: %s %s%n",
                indent, label.name(), image.shape(), image.type().numpyName());
        print("%s    digest %s%n", indent, image.digest());
    }

    /** One image, or label image, with its levels and speed. */
    void image(String what, WrittenImage written, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        double rawMegabytes = written.shape().pixels() * written.type().bytes() / 1e6;
        print("%s: %s %s, axes %s%n", what, written.shape(), written.type().numpyName(), written.axes());
        print("  digest %s%n", written.digest());
        measures(written);
        for (ScaleLevel level : written.levels()) {
            PixelShape shape = level.shape();
            print("  level %s: %d × %d × %d%n", level.path(), shape.z(), shape.y(), shape.x());
        }
        print(
                "  %.1f MB raw, %.1f MB in %d objects, %.2f s, %.0f MB/s%n",
                rawMegabytes, written.sizeBytes() / 1e6, written.objects().size(), seconds, rawMegabytes / seconds);
    }

    /** Label images have none. */
    private void measures(WrittenImage written) {
        if (written.perceptualHash() != null) {
            print("  perceptual hash %s%n", written.perceptualHash());
        }
        if (written.quality() != null) {
            List<Map<String, Object>> channels =
                    QualityBrief.of(written.quality().toJson());
            for (int c = 0; c < Math.min(REPORTED, channels.size()); c++) {
                print("  channel %d: %s%n", c, QualityBrief.line(channels.get(c)));
            }
        }
    }

    private void print(String format, Object... values) {
        Object[] printable = Arrays.stream(values)
                .map(value -> value instanceof Number ? value : Printable.of(String.valueOf(value)))
                .toArray();
        out.printf(Locale.ROOT, format, printable);
        out.flush();
    }
}
