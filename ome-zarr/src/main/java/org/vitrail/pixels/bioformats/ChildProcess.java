package org.vitrail.pixels.bioformats;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.bioformats.child.BioFormatsChild;

/**
 * The process in which Bio-Formats runs. It knows nothing of this process but the file it is to open: no environment, no class path. One
 * request is answered at a time; it is killed when an answer is late or makes no sense, and when it is closed.
 */
final class ChildProcess implements Closeable {

    private static final String[] CLASSES = {"BioFormatsChild.class", "ReflectedReader.class"};
    private static final int OUT_OF_MEMORY = 3;

    private final String file;
    private final BioFormatsSettings settings;
    private final Path folder;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private volatile boolean late;

    private ChildProcess(String file, BioFormatsSettings settings, Path folder, Process process) {
        this.file = file;
        this.settings = settings;
        this.folder = folder;
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Starts it. @param file name of the image, for messages */
    static ChildProcess start(String file, Path jar, BioFormatsSettings settings) throws IOException {
        Path folder = Files.createTempDirectory("vitrail-bioformats-");
        try {
            Path classes = classes(folder);
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + settings.memoryMegabytes() + "m",
                    "-XX:+UseSerialGC",
                    "-Djava.awt.headless=true",
                    "-Djava.io.tmpdir=" + folder,
                    "-Djavax.xml.accessExternalDTD=",
                    "-Djavax.xml.accessExternalSchema=",
                    "-cp",
                    classes + java.io.File.pathSeparator + jar.toAbsolutePath(),
                    BioFormatsChild.class.getName());
            builder.environment().clear();
            builder.directory(folder.toFile());
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            return new ChildProcess(file, settings, folder, builder.start());
        } catch (IOException failed) {
            delete(folder);
            throw failed;
        }
    }

    /** Copies the child's classes out, wherever a class loader has them: the process gets these two and the jar, nothing else. */
    private static Path classes(Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        Path target = classes.resolve(BioFormatsChild.class.getPackageName().replace('.', '/'));
        Files.createDirectories(target);
        for (String name : CLASSES) {
            try (InputStream bytes = BioFormatsChild.class.getResourceAsStream(name)) {
                Files.copy(bytes, target.resolve(name));
            }
        }
        return classes;
    }

    /** A request's arguments. */
    interface Request {
        void write(DataOutputStream out) throws IOException;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param most bytes that an answer may have
     * @throws UnreadableImage when Bio-Formats failed, ended, did not answer in time, or answered what is no answer
     * @throws UnsupportedImage when Bio-Formats does not know the format
     */
    synchronized byte[] ask(Duration limit, int most, Request request) {
        CompletableFuture<Void> killer = CompletableFuture.runAsync(
                () -> {
                    late = true;
                    process.destroyForcibly();
                },
                CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            request.write(requests);
            requests.flush();
            return answer(most);
        } catch (IOException ended) {
            throw ended(limit, ended);
        } finally {
            killer.cancel(false);
        }
    }

    private byte[] answer(int most) throws IOException {
        int magic = answers.readInt();
        int status = answers.readInt();
        int length = answers.readInt();
        if (magic != BioFormatsChild.MAGIC || status < 0 || status > 2 || length < 0 || length > most) {
            process.destroyForcibly();
            throw nonsense("a header of " + magic + ", " + status + ", " + length, null);
        }
        byte[] bytes = answers.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("an answer that ends too early");
        }
        if (status != 0) {
            throw failed(status, new String(bytes, StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private PixelsException failed(int status, String said) {
        String plain = said.replaceAll("(/|[A-Za-z]:\\\\)\\S*[/\\\\]", "").replaceAll("\\p{Cntrl}+", " ");
        String text = plain.length() > 300 ? plain.substring(0, 300) + " …" : plain;
        return status == 1
                ? new UnsupportedImage(
                        "Bio-Formats does not read %s: %s. Export the image as OME-TIFF.".formatted(file, text))
                : new UnreadableImage(
                        "Bio-Formats could not read %s: %s. Check that it was copied whole, or export it as OME-TIFF."
                                .formatted(file, text));
    }

    private UnreadableImage ended(Duration limit, IOException cause) {
        String what = "ended while it read " + file;
        if (late) {
            what = "did not answer within %d s while it read %s".formatted(Math.max(1, limit.toSeconds()), file);
        } else if (exit() == OUT_OF_MEMORY) {
            what = "needs more than %d MiB for %s (VITRAIL_BIOFORMATS_MEMORY)"
                    .formatted(settings.memoryMegabytes(), file);
        }
        process.destroyForcibly();
        return new UnreadableImage(
                "Bio-Formats %s. Try again, or export the image as OME-TIFF.".formatted(what), cause);
    }

    private int exit() {
        return ends(Duration.ofSeconds(5)) ? process.exitValue() : -1;
    }

    /** Waits until it has ended, or the time is over. */
    boolean ends(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends its input, as the end of this process would. */
    void hangUp() throws IOException {
        requests.close();
    }

    /** Where it keeps its classes and temporary files. */
    Path folder() {
        return folder;
    }

    /** For answers that are well-formed but make no sense. */
    UnreadableImage nonsense(String what, Throwable cause) {
        return new UnreadableImage(
                "Bio-Formats answered what makes no sense for %s (%s). Is VITRAIL_BIOFORMATS_JAR really Bio-Formats? Or export the image as OME-TIFF."
                        .formatted(file, what),
                cause);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        exit();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
