package org.vitrail.pixels.hdf5;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What the XML of BigDataViewer says that could reveal a person, line by line. */
final class SpimDataIdentity {

    private static final int MOST_FINDINGS = 100;

    private SpimDataIdentity() {}

    static List<IdentityFinding> of(Path file) throws IOException {
        List<IdentityFinding> found = new ArrayList<>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        try (BufferedReader lines = new BufferedReader(new java.io.StringReader(text))) {
            int number = 1;
            for (String line; (line = lines.readLine()) != null && found.size() < MOST_FINDINGS; number++) {
                String plain = line.replaceAll("<(\\w+)[^>]*>", " $1: ").replaceAll("</\\w+>", " ");
                found.addAll(IdentityText.findings(
                        plain.strip(), String.valueOf(file.getFileName()), "line " + number, Treatment.REMOVED));
            }
        }
        return found;
    }
}
