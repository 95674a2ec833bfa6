package org.vitrail.gateway.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Mapping and analysis of both indices, as shipped.
 *
 * @param mapping strict; JSON
 * @param settings analysis only; JSON
 * @param fingerprint of both: an index that carries another one is filled anew
 */
record IndexDefinition(String mapping, String settings, String fingerprint) {
    /** Part of every index' name; grows when readers of the index have to change with it. */
    static final String VERSION = "v1";

    private static final int FINGERPRINT_CHARACTERS = 16;

    static IndexDefinition shipped() {
        String mapping = resource("mapping.json");
        String settings = resource("settings.json");
        return new IndexDefinition(mapping, settings, fingerprint(mapping + settings));
    }

    private static String resource(String name) {
        try (InputStream in = IndexDefinition.class.getResourceAsStream("/org/vitrail/gateway/index/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Resource " + name + " of the application cannot be read.", e);
        }
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
