package org.vitrail.node.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** What could reveal a person in files that are no images: text is read line by line, anything else has to be looked at. */
final class Documents {
    private static final int LARGEST_TEXT = 16 << 20;
    private static final int MOST_FINDINGS = 100;

    private Documents() {}

    static List<IdentityFinding> findings(HeldFile file, Path local) throws IOException {
        if (file.sizeBytes() > LARGEST_TEXT) {
            return List.of(unsearchable(file));
        }
        List<IdentityFinding> found = new ArrayList<>();
        var strict = StandardCharsets.UTF_8.newDecoder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(local), strict))) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                if (line.chars().anyMatch(Documents::isBinary)) {
                    return List.of(unsearchable(file));
                }
                if (found.size() < MOST_FINDINGS) {
                    found.addAll(IdentityText.findings(line, name(file), "line " + number, Treatment.CURATOR));
                }
            }
            return found;
        } catch (CharacterCodingException noText) {
            return List.of(unsearchable(file));
        }
    }

    private static boolean isBinary(int character) {
        return Character.isISOControl(character) && character != '\t';
    }

    /** A file that no program here can look into. */
    static IdentityFinding unsearchable(HeldFile file) {
        return new IdentityFinding(
                Kind.FREE_TEXT,
                name(file),
                "the whole file",
                "The node cannot look into a file of this kind. Open it and make sure that it names nobody who must not"
                        + " be named",
                Treatment.CURATOR);
    }

    private static String name(HeldFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }
}
