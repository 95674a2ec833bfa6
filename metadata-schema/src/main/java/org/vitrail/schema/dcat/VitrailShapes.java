package org.vitrail.schema.dcat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the graph of a record looks like, for those who check what they harvest. SHACL, in Turtle, messages in two languages. */
public final class VitrailShapes {
    private VitrailShapes() {}

    /** The shapes in Turtle. */
    public static String turtle() {
        try (InputStream in = VitrailShapes.class.getResourceAsStream("vitrail-shapes.ttl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
