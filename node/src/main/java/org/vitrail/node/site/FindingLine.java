package org.vitrail.node.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.node.findings.StoredFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/**
 * Findings that are alike in several files, in plain words.
 *
 * @param what kind of thing that was found
 * @param files names of up to three, or how many
 * @param needsCurator whether somebody has to look; else it is removed by itself
 * @param ids of all of them, with commas between
 */
record FindingLine(String what, String where, String reason, String files, boolean needsCurator, String ids) {
    private static final int MOST_NAMED = 3;

    private record Alike(Kind kind, String where, String reason, Treatment treatment) {}

    /** One line for those that differ in nothing but their file; those for a curator first. */
    static List<FindingLine> of(List<StoredFinding> findings) {
        Map<Alike, List<StoredFinding>> groups = new LinkedHashMap<>();
        for (StoredFinding found : findings) {
            groups.computeIfAbsent(
                            new Alike(found.kind(), found.where(), found.reason(), found.treatment()),
                            alike -> new ArrayList<>())
                    .add(found);
        }
        return groups.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue()))
                .sorted((one, other) -> Boolean.compare(other.needsCurator(), one.needsCurator()))
                .toList();
    }

    private static FindingLine line(Alike alike, List<StoredFinding> found) {
        List<String> names = found.stream().map(StoredFinding::file).distinct().toList();
        return new FindingLine(
                words(alike.kind()),
                alike.where(),
                alike.reason(),
                names.size() <= MOST_NAMED ? String.join(", ", names) : names.size() + " files",
                alike.treatment() == Treatment.CURATOR,
                String.join(",", found.stream().map(StoredFinding::id).toList()));
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case PERSON_NAME -> "Name of a person";
            case IDENTIFIER -> "Number of a person or examination";
            case DATE -> "Date";
            case UID -> "Identifier of an archive";
            case PRIVATE_TAG -> "Element that only its maker understands";
            case FREE_TEXT -> "Free text";
            case EMAIL -> "E-mail address";
            case FILE_NAME -> "Name of a file or folder";
            case LOCATION -> "Place";
            case BURNT_IN -> "Text in the picture";
            case LABEL_IMAGE -> "Picture of the slide's label";
            case OVERVIEW_IMAGE -> "Overview picture of the slide";
            case FACE -> "Face";
        };
    }
}
