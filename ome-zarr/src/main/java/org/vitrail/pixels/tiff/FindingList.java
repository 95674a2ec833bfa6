package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.pixels.identity.IdentityFinding;

/** Findings of files, each kind at each place once: what every page repeats is named for the first of them. */
final class FindingList {

    private static final int MOST = 10_000;

    private final Map<String, IdentityFinding> first = new LinkedHashMap<>();

    /** Those of a TIFF file or of a file of OME-XML. */
    void addAll(Path path, TiffFiles files) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (files.isDocument(path)) {
            OmeIdentity.of(OmeText.bytes(path), name).findings().forEach(this::add);
        } else {
            TiffIdentity.scan(files.tiff(path).get(), found -> found.findings().forEach(this::add));
        }
    }

    private void add(IdentityFinding finding) {
        String place = finding.where().replaceFirst("^page \\d+, ", "");
        if (first.size() < MOST) {
            first.putIfAbsent(finding.kind() + " " + finding.file() + " " + place, finding);
        }
    }

    List<IdentityFinding> all() {
        return List.copyOf(first.values());
    }
}
