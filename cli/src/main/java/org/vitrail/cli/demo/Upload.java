package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Sends the files of a deposit: announced with their SHA-256, then part by part straight to the object store. */
final class Upload {

    private final NodeClient node;
    private final JsonHttp http;

    Upload(NodeClient node, JsonHttp http) {
        this.node = node;
        this.http = http;
    }

    /** Sends what is not there yet. */
    void send(String deposit, Map<String, Path> files) throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            send(deposit, file.getKey(), file.getValue());
        }
    }

    private void send(String deposit, String name, Path file) throws IOException {
        JsonNode announced = node.announce(deposit, name, Files.size(file), sha256(file));
        if (announced.path("stored").asBoolean()) {
            return;
        }
        String id = announced.path("fileId").asText();
        int partBytes = announced.path("partSizeBytes").asInt();
        try (InputStream in = Files.newInputStream(file)) {
            int number = 1;
            for (byte[] part = in.readNBytes(partBytes); part.length > 0; part = in.readNBytes(partBytes)) {
                http.put(node.partAddress(deposit, id, number++), BodyPublishers.ofByteArray(part));
            }
        }
        node.complete(deposit, id);
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
