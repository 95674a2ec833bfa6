package org.vitrail.node.findings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/**
 * Something in a file of a deposit that could reveal a person; never the revealing value.
 *
 * @param file path as the description names it
 * @param where place inside the file, in the format's own terms
 * @param reason why it matters, in a curator's words
 */
public record StoredFinding(
        String id, String fileId, String file, Kind kind, String where, String reason, Treatment treatment) {

    /** Whether a curator has to look at it, because no program can judge or remove it. */
    @JsonIgnore
    public boolean needsCurator() {
        return treatment == Treatment.CURATOR;
    }
}
