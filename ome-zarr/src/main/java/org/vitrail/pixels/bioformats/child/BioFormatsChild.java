package org.vitrail.pixels.bioformats.child;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;

/**
 * Answers requests on standard input with answers on standard output, one after another; ends when its input ends. A request is an
 * operation (1 open, 2 read) and its arguments; an answer is the magic number, a status (0 well, 1 not supported, 2 failed), a length and
 * so many bytes, which are a text when the status is not 0.
 */
public final class BioFormatsChild {

    /** Begins each answer. */
    public static final int MAGIC = 0x56495442;
    /** Opens the file whose name follows. */
    public static final int OPEN = 1;
    /** Reads a region: series, t, c, z, y, x, height, width. */
    public static final int READ = 2;

    private static final int WELL = 0;
    private static final int UNSUPPORTED = 1;
    private static final int FAILED = 2;

    private final SynchronousQueue<Object[]> requests = new SynchronousQueue<>();
    private final DataOutputStream out;
    private ReflectedReader reader;

    private BioFormatsChild(DataOutputStream out) {
        this.out = out;
    }

    /** Runs until the input ends. */
    public static void main(String[] arguments) throws InterruptedException {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // what libraries print must not get between the answers
        System.setOut(System.err);
        BioFormatsChild child = new BioFormatsChild(out);
        Thread listener = new Thread(child::listen, "requests");
        listener.setDaemon(true);
        listener.start();
        child.answerAll();
    }

    /** Reads requests, also while one is being answered, so that the process ends at once when its parent does. */
    private void listen() {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                int operation = in.readInt();
                if (operation == OPEN) {
                    requests.put(new Object[] {OPEN, in.readUTF()});
                } else {
                    int[] numbers = new int[8];
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = in.readInt();
                    }
                    requests.put(new Object[] {READ, numbers});
                }
            }
        } catch (EOFException ended) {
            Runtime.getRuntime().halt(0);
        } catch (IOException | InterruptedException broken) {
            Runtime.getRuntime().halt(1);
        }
    }

    private void answerAll() throws InterruptedException {
        while (true) {
            Object[] request = requests.take();
            try {
                answer(WELL, (Integer) request[0] == OPEN ? open((String) request[1]) : read((int[]) request[1]));
            } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError failed) {
                Throwable cause = ReflectedReader.cause(failed);
                if (cause instanceof OutOfMemoryError) {
                    Runtime.getRuntime().halt(3);
                }
                String name = cause.getClass().getSimpleName();
                boolean unsupported = name.equals("UnknownFormatException")
                        || name.startsWith("UnsupportedCompression")
                        || name.startsWith("MissingLibrary")
                        || cause instanceof ClassNotFoundException;
                fail(unsupported ? UNSUPPORTED : FAILED, name + ": " + cause.getMessage());
            }
        }
    }

    private byte[] open(String file) throws ReflectiveOperationException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream answer = new DataOutputStream(bytes);
        String version = ReflectedReader.version();
        answer.writeUTF(version);
        if (!isRecent(version)) {
            // nothing is parsed by a version with known faults: the parent refuses it
            return bytes.toByteArray();
        }
        reader = new ReflectedReader();
        reader.open(file);
        reader.describe(answer);
        return bytes.toByteArray();
    }

    /** True from 8.5.0 on, before which documents of the file could name other files to be read (XML external entities). */
    static boolean isRecent(String version) {
        String[] parts = version.split("[.-]");
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return major > 8 || major == 8 && minor >= 5;
        } catch (NumberFormatException unknown) {
            return false;
        }
    }

    private byte[] read(int[] numbers) throws ReflectiveOperationException {
        int[] tczyx = {numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
        return reader.read(numbers[0], tczyx, numbers[6], numbers[7]);
    }

    private void answer(int status, byte[] bytes) {
        try {
            out.writeInt(MAGIC);
            out.writeInt(status);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        } catch (IOException gone) {
            Runtime.getRuntime().halt(1);
        }
    }

    private void fail(int status, String message) {
        String text = message.length() > 1000 ? message.substring(0, 1000) : message;
        answer(status, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
