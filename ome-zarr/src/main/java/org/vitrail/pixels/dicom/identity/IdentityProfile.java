package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/**
 * What becomes of each element. PS3.15 Table E.1-1, column "Basic Profile", kept in {@code identity-profile.tsv}: tag, keyword, action,
 * kind. Where the table leaves a choice (X/Z/D), the action that keeps every kind of object valid is taken.
 */
final class IdentityProfile {

    /** The table, read once. */
    static final IdentityProfile BASIC = new IdentityProfile();

    private final Map<Integer, Rule> rules;

    /** What is done with an element. */
    enum Action {
        /** A dummy takes its place. */
        D,
        /** It is emptied. */
        Z,
        /** It is left out. */
        X,
        /** Another unique identifier takes its place. */
        U
    }

    /** What is done with an element, and why. */
    record Rule(String keyword, Action action, Kind kind) {}

    private IdentityProfile() {
        Map<Integer, Rule> read = new HashMap<>();
        try (InputStream table = IdentityProfile.class.getResourceAsStream("identity-profile.tsv")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .forEach(cells -> read.put(
                            Integer.parseUnsignedInt(cells[0].replace(",", ""), 16),
                            new Rule(cells[1], Action.valueOf(cells[2]), Kind.valueOf(cells[3]))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table of identifying elements cannot be read", unreadable);
        }
        rules = Map.copyOf(read);
    }

    /** Number of elements in the table. */
    int size() {
        return rules.size();
    }

    /**
     * What is done with that element; nothing for most. Besides the table: private elements, curves and overlays are left out; names and
     * dates that the table does not list are emptied.
     */
    Optional<Rule> find(Element element) {
        if (element.isPrivate()) {
            return Optional.of(new Rule("private elements", Action.X, Kind.PRIVATE_TAG));
        }
        int group = element.tag() >>> 16;
        if (group >= 0x5000 && group <= 0x50ff) {
            return Optional.of(new Rule("curve", Action.X, Kind.FREE_TEXT));
        }
        if (group >= 0x6000 && group <= 0x60ff) {
            return Optional.of(new Rule("overlay", Action.X, Kind.BURNT_IN));
        }
        Rule listed = rules.get(element.tag());
        return listed != null ? Optional.of(listed) : byRepresentation(element);
    }

    private static Optional<Rule> byRepresentation(Element element) {
        if ("PN".equals(element.vr())) {
            return Optional.of(new Rule("name of a person", Action.Z, Kind.PERSON_NAME));
        }
        boolean date = "DA".equals(element.vr()) || "DT".equals(element.vr());
        return date ? Optional.of(new Rule("date", Action.Z, Kind.DATE)) : Optional.empty();
    }
}
