package org.vitrail.pixels.dicom.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.vitrail.pixels.UnsupportedImage;

/** Undoes the compression of a whole data set into a file that lasts as long as the image is open. PS3.5 §A.5. */
final class Inflation {

    private static final long MOST_BYTES = 1L << 30;
    private static final long MOST_RATIO = 500;
    private static final long RATIO_FROM_BYTES = 32L << 20;

    private Inflation() {}

    /** @param dataset file that holds it @param end where the deflated stream ends in the original */
    record Inflated(Path dataset, long end) {}

    /**
     * The inflated data set in a file of its own.
     *
     * @param from where the deflated stream begins
     */
    static Inflated inflate(Path file, String name, long from) throws IOException {
        Path made = Files.createTempFile("vitrail-dicom-", ".dataset");
        Inflater inflater = new Inflater(true);
        try (FileChannel channel = FileChannel.open(file);
                OutputStream out = Files.newOutputStream(made)) {
            channel.position(from);
            copy(new InflaterInputStream(Channels.newInputStream(channel), inflater, 1 << 16), inflater, out, name);
            return new Inflated(made, from + inflater.getBytesRead());
        } catch (ZipException | java.io.EOFException damaged) {
            Files.deleteIfExists(made);
            throw DicomBytes.broken(name, "its deflated data set cannot be undone", from + inflater.getBytesRead());
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(made);
            throw failed;
        } finally {
            inflater.end();
        }
    }

    private static void copy(InputStream in, Inflater inflater, OutputStream out, String name) throws IOException {
        byte[] part = new byte[1 << 16];
        long made = 0;
        for (int got = in.read(part); got >= 0; got = in.read(part)) {
            made += got;
            boolean bomb = made > RATIO_FROM_BYTES && made > MOST_RATIO * inflater.getBytesRead();
            if (made > MOST_BYTES || bomb) {
                throw new UnsupportedImage(
                        "DICOM file %s is deflated and grows beyond 1 GiB, or more than %d-fold; deflated files are read up to that. Export it without deflate (explicit VR little endian)."
                                .formatted(name, MOST_RATIO));
            }
            out.write(part, 0, got);
        }
    }
}
