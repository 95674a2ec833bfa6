package org.vitrail.cli.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.vitrail.cli.Vitrail;

/** Commands as a person gives them, what they print, and a picture to give them. */
final class Commands {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs a command as {@code vitrail} does; the exit code. @param words name of the command, then its arguments */
    int run(Object... words) {
        return Vitrail.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
    }

    /** All that was printed since {@link #forget}. */
    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** The JSON that was printed. */
    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }

    void forget() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    /** Writes a gray picture of 300 × 200 pixels. */
    static Path picture(Path file) throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 300 * 200; i++) {
            image.getRaster().setSample(i % 300, i / 300, 0, i % 251);
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
