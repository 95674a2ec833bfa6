package org.vitrail.omezarr.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.vitrail.omezarr.ZarrKeys;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.ngff.BadMetadata;
import org.vitrail.omezarr.ngff.Json;
import org.vitrail.pixels.PixelsException;

/** Reads documents, turns what goes wrong into findings, and ends the walk when a hierarchy is absurdly large or the store fails. */
final class Documents {

    private static final int MOST_BYTES = 64 << 20;
    private static final long MOST_READ = 1_000_000;
    private static final long MOST_ABSENT = 10_000;
    private static final long MOST_FAILURES = 20;

    private final ZarrStore store;
    private final Findings findings;
    private long read;
    private long absent;
    private long failures;
    private boolean exhausted;

    Documents(ZarrStore store, Findings findings) {
        this.store = store;
        this.findings = findings;
    }

    /** True when the walk is to end. */
    boolean isExhausted() {
        return exhausted;
    }

    /** An object; empty when there is none, or, reported, when it cannot be had. */
    Optional<byte[]> find(String key, Section section) {
        if (exhausted) {
            return Optional.empty();
        }
        try {
            return store.find(key, MOST_BYTES);
        } catch (PixelsException | IllegalArgumentException failed) {
            failures++;
            findings.add(
                    Rule.UNREADABLE_OBJECT,
                    key,
                    section,
                    "it could not be read: " + failed.getMessage(),
                    "Make it readable inside the folder, or remove it");
            return Optional.empty();
        } finally {
            read++;
            endIfTooMuch(key, section);
        }
    }

    /** Something that a document names is not there; what merely may be there, such as labels, is absent everywhere. */
    void countAbsent(String key, Section section) {
        absent++;
        endIfTooMuch(key, section);
    }

    private void endIfTooMuch(String key, Section section) {
        boolean tooMuch = read >= MOST_READ || absent >= MOST_ABSENT || failures >= MOST_FAILURES;
        if (tooMuch && !exhausted) {
            exhausted = true;
            findings.add(
                    Rule.LEFT_OUT,
                    key,
                    section,
                    "the walk ended here, after %d documents were asked for, %d that were named were absent, and %d could not be read"
                            .formatted(read, absent, failures),
                    "Mend what is reported and validate again, or validate parts by themselves");
        }
    }

    /** A JSON object; empty when there is none, or, reported, when it is no JSON object. */
    Optional<Element> json(String key, Section section) {
        return find(key, section).flatMap(bytes -> parse(key, bytes, section));
    }

    /** A JSON object of those bytes; empty, and reported, when it is none. */
    Optional<Element> parse(String key, byte[] bytes, Section section) {
        JsonNode node;
        try {
            node = Json.parse(bytes);
        } catch (BadMetadata bad) {
            findings.add(
                    Rule.BROKEN_JSON, key, section, bad.getMessage(), "Write it again as one JSON object (RFC 8259)");
            return Optional.empty();
        }
        Json.findDuplicateKey(bytes)
                .ifPresent(twice -> findings.add(
                        Rule.DUPLICATE_KEY,
                        key,
                        section,
                        "key " + Element.quoted(twice) + " stands twice in one object; the last one was taken",
                        "Remove one of them (RFC 8259 §4)"));
        return Optional.of(Element.root(findings, key, node, section));
    }

    /** A path below a group; empty, and reported, when it could lead out of it. @param base empty for the root */
    static Optional<String> below(String base, String path, Element place) {
        try {
            String joined = base.isEmpty() ? path : base + "/" + path;
            ZarrKeys.checked(joined);
            if (joined.length() > 1000) {
                throw new IllegalArgumentException("too long");
            }
            return Optional.of(joined);
        } catch (PixelsException | IllegalArgumentException unsafe) {
            place.report(
                    Rule.UNSAFE_PATH,
                    "path " + Element.quoted(path) + " is not a plain path below its group; it was not followed",
                    "Use a relative path of at most 1000 characters without \"..\", empty parts and backslashes");
            return Optional.empty();
        }
    }
}
