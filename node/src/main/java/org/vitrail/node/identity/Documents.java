package org.vitrail.node.identity;

import java.nio.file.Path;
import java.util.List;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** What could reveal a person in files that are no images. */
final class Documents {
    private Documents() {}

    static List<IdentityFinding> findings(HeldFile file, Path local) {
        return List.of(unsearchable(file));
    }

    /** A file that no program here can look into. */
    static IdentityFinding unsearchable(HeldFile file) {
        return new IdentityFinding(
                Kind.FREE_TEXT,
                file.path().substring(file.path().lastIndexOf('/') + 1),
                "the whole file",
                "The node cannot look into a file of this kind. Open it and make sure that it names nobody who must not"
                        + " be named.",
                Treatment.CURATOR);
    }
}
