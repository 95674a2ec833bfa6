package org.vitrail.cli.harvest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vitrail.harvest.protocol.HarvestedRecord;

/** Writes records one a line as JSON: identifier, datestamp, sets, deleted, metadata (XML text, null when deleted). */
final class JsonLines implements Closeable {

    private final ObjectMapper json = new ObjectMapper();
    private final BufferedWriter out;

    /** @param append true to go on with a file that an earlier run began */
    JsonLines(Path file, boolean append) throws IOException {
        out = append
                ? Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                : Files.newBufferedWriter(file);
    }

    void write(HarvestedRecord harvested) {
        ObjectNode line = json.createObjectNode()
                .put("identifier", harvested.identifier())
                .put("datestamp", harvested.datestamp().toString());
        harvested.sets().forEach(line.putArray("sets")::add);
        line.put("deleted", harvested.deleted()).put("metadata", harvested.metadataXml());
        try {
            out.write(json.writeValueAsString(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the file of records cannot be written: " + e.getMessage(), e);
        }
    }

    /** Makes sure that a page's records are in the file before the next page is asked for. */
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of records cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
