package org.vitrail.node.image;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.vitrail.schema.dataset.Accession;

/**
 * An object of an image in the store. Contracts §4 and §8.
 *
 * @param storeKey where it lies in the bucket
 */
record ImageObject(String accession, String imageId, String storeKey, String contentType) {
    private static final String ZARR = ".ome.zarr";
    private static final String THUMBNAIL = ".jpg";
    private static final int LONGEST_KEY = 512;

    /**
     * What a request path below {@code /zarr/} names: {@code {accession}/{imageId}.ome.zarr/{key}}. Empty for whatever is no
     * plain key, however it is encoded: empty segments, dots, slashes inside a segment, backslashes, control characters.
     *
     * @param rawPath as it came, percent-encoded
     */
    static Optional<ImageObject> ofZarr(String rawPath) {
        String[] segments = segments(rawPath, "/zarr/");
        if (segments.length < 3 || !segments[1].endsWith(ZARR)) {
            return Optional.empty();
        }
        String imageId = segments[1].substring(0, segments[1].length() - ZARR.length());
        if (!Accession.isValid(segments[0]) || !Accession.isValid(imageId)) {
            return Optional.empty();
        }
        StringBuilder key = new StringBuilder(segments[0]).append("/images/").append(segments[1]);
        for (int i = 2; i < segments.length; i++) {
            key.append('/').append(segments[i]);
        }
        String contentType = key.toString().endsWith(".json") ? "application/json" : "application/octet-stream";
        return Optional.of(new ImageObject(segments[0], imageId, key.toString(), contentType));
    }

    /** Whether it is the metadata of the image's root group, by which an image is linked to. */
    boolean isRoot() {
        return storeKey.equals(accession + "/images/" + imageId + ZARR + "/zarr.json");
    }

    /** What a request path below {@code /thumbnails/} names: {@code {accession}/{imageId}.jpg}. */
    static Optional<ImageObject> ofThumbnail(String rawPath) {
        String[] segments = segments(rawPath, "/thumbnails/");
        if (segments.length != 2 || !segments[1].endsWith(THUMBNAIL)) {
            return Optional.empty();
        }
        String imageId = segments[1].substring(0, segments[1].length() - THUMBNAIL.length());
        if (!Accession.isValid(segments[0]) || !Accession.isValid(imageId)) {
            return Optional.empty();
        }
        return Optional.of(new ImageObject(
                segments[0], imageId, segments[0] + "/images/" + imageId + ".thumbnail.jpg", "image/jpeg"));
    }

    private static String[] segments(String rawPath, String prefix) {
        if (!rawPath.startsWith(prefix) || rawPath.length() > LONGEST_KEY) {
            return new String[0];
        }
        String[] segments = rawPath.substring(prefix.length()).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            Optional<String> decoded = decode(segments[i]);
            if (decoded.isEmpty()) {
                return new String[0];
            }
            segments[i] = decoded.get();
        }
        return segments;
    }

    /** One segment in plain text; empty where it is none. */
    private static Optional<String> decode(String raw) {
        try {
            String plain = new URI("/" + raw).getPath().substring(1);
            boolean harmless = plain.codePoints()
                    .noneMatch(c -> c < 0x20 || c == 0x7F || c == '/' || c == '\\' || c == 0xFFFD || c == ':');
            boolean named = !plain.isEmpty() && !plain.equals(".") && !plain.equals("..");
            return harmless && named ? Optional.of(plain) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
