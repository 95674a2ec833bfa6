package org.vitrail.schema.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** DOIs as links; only registered ones may ever be shown so. */
public final class Doi {
    private static final String UNESCAPED = "-._~/:;()!$'*+,=@";

    private Doi() {}

    /** https://doi.org/… with everything percent-encoded that a URL cannot carry (old DOIs hold {@code <} and {@code #}). */
    public static String url(String doi) {
        StringBuilder url = new StringBuilder("https://doi.org/");
        for (byte octet : doi.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0);
            url.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return url.toString();
    }

    /** What an identifier that is not registered is called: a DOI that waits for it, or one that never will be. */
    public static String unregisteredLabel(String identifier) {
        return identifier.startsWith("10.")
                ? "reserved, not registered yet"
                : "demonstration identifier, not registered";
    }

    /** Link of the DOI of all versions; empty for a demonstration identifier. */
    public static Optional<String> findConceptUrl(PublishedDataset dataset) {
        return registered(dataset, dataset.conceptDoi());
    }

    /** Link of this version's DOI; empty for a demonstration identifier. */
    public static Optional<String> findVersionUrl(PublishedDataset dataset) {
        return registered(dataset, dataset.versionDoi());
    }

    private static Optional<String> registered(PublishedDataset dataset, String doi) {
        return dataset.doiRegistered() && doi != null ? Optional.of(url(doi)) : Optional.empty();
    }
}
