package org.vitrail.node.findings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What was found in the files of a deposit, and where its decision stands.
 *
 * @param pendingFiles how many files have not been looked through yet
 * @param undecided whether findings keep it from being published
 * @param decision that counts now; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingState(
        String deposit, int pendingFiles, boolean undecided, List<StoredFinding> findings, Decision decision) {

    /** Copies the list. */
    public FindingState {
        findings = List.copyOf(findings);
    }
}
