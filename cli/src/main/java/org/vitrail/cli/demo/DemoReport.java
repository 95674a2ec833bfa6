package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The report of contracts §6. */
public record DemoReport(
        boolean ok,
        Map<String, String> engines,
        List<Steps.Step> steps,
        List<ReportedDataset> datasets,
        List<Refusal> refused,
        Harvest harvest,
        Search search,
        Pixels pixels) {

    /** A published data set. */
    public record ReportedDataset(String identifier, String node, String landingPage, List<ReportedImage> images) {}

    /**
     * An image that was read back over HTTP.
     *
     * @param digest of level 0 as it was read back; null when that failed
     * @param equal whether it is the digest of the source and, where the description names one, that one
     */
    public record ReportedImage(String zarr, String digest, boolean equal) {}

    /** A file that a node did not take. */
    public record Refusal(String file, String reason) {}

    /** What the gateway has of the demo's data sets; seconds from the first ping until all were found. */
    public record Harvest(int datasets, int images, int deleted, double seconds) {}

    /** One search and how many data sets it found. */
    public record Search(String query, int total) {}

    /** Whether every image came back bit for bit; false when there was none. */
    public record Pixels(int images, boolean equal) {}

    public void write(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    }
}
