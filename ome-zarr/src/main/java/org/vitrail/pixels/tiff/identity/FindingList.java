package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.tiff.ome.OmeText;
import org.vitrail.pixels.tiff.ome.TiffFiles;

/** Findings of files, each kind at each place once: what every page repeats is named for the first of them. */
public final class FindingList {

    private static final int MOST = 10_000;

    private final Map<String, IdentityFinding> first = new LinkedHashMap<>();

    /** Those of a TIFF file or of a file of OME-XML. */
    public void addAll(Path path, TiffFiles files) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (files.isDocument(path)) {
            OmeIdentity.of(OmeText.bytes(path), name).findings().forEach(this::add);
        } else {
            TiffIdentity.findings(files.tiff(path).get(), this::add);
        }
    }

    private void add(IdentityFinding finding) {
        String place = finding.where().replaceFirst("^page \\d+, ", "");
        if (first.size() < MOST) {
            first.putIfAbsent(finding.kind() + " " + finding.file() + " " + place, finding);
        }
    }

    /** In the order in which they were found, at most 10 000. */
    public List<IdentityFinding> all() {
        return List.copyOf(first.values());
    }
}
