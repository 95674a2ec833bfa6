package org.vitrail.node.findings;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.deposit.DepositContents.HeldFile;
import org.vitrail.node.findings.Decision.Choice;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.pixels.identity.IdentityFinding;

/** Keeps findings, and holds up every deposit whose findings no curator has decided. */
@ApplicationScoped
public class Findings {
    private static final int MOST_NAMED = 100;
    private final FindingStore store;
    private final CurrentUser user;
    private final Clock clock;

    Findings(FindingStore store, CurrentUser user, Clock clock) {
        this.store = store;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Notes what was found in files that were read together; afterwards they count as looked through. Files of an earlier version
     * were decided with it.
     *
     * @param found names each file without its folders; what names none of them is noted for all
     */
    public void record(List<HeldFile> files, List<IdentityFinding> found) {
        Map<String, List<IdentityFinding>> byFile = new LinkedHashMap<>();
        Set<String> names = files.stream().map(Findings::name).collect(Collectors.toSet());
        for (HeldFile file : files.stream().filter(file -> !file.inherited()).toList()) {
            List<IdentityFinding> ofFile = new ArrayList<>(PathNames.findings(file.path()));
            found.stream()
                    .filter(finding -> finding.file().equals(name(file)) || !names.contains(finding.file()))
                    .forEach(ofFile::add);
            byFile.put(file.fileId(), ofFile);
        }
        store.replace(byFile);
    }

    private static String name(HeldFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /** Findings and decision of a deposit as they are now. */
    public FindingState state(String depositId) {
        List<StoredFinding> findings = store.list(depositId);
        String covers = digest(depositId, findings);
        Decision decision = store.findDecision(depositId)
                .filter(newest -> newest.covers().equals(covers))
                .orElse(null);
        boolean decided = decision != null && decision.choice() == Choice.REMOVE_AND_PUBLISH;
        return new FindingState(
                depositId,
                store.listUninspected(depositId).size(),
                !findings.isEmpty() && !decided,
                findings,
                decision);
    }

    /**
     * Lets only pass what may be published.
     *
     * @throws NodeProblem conversion-running while files have not been looked through, findings-undecided while a curator has not
     *     decided
     */
    public void requireDecided(String depositId) {
        FindingState state = requireInspected(depositId);
        if (state.undecided()) {
            throw undecided(depositId, state.findings(), "A curator has not decided yet what becomes of ");
        }
    }

    /** Ids of stored files that have not been looked through yet. */
    public List<String> listUninspected(String depositId) {
        return store.listUninspected(depositId);
    }

    /** Ids of files that are still kept as they arrived, although something has to be removed from them. */
    public List<String> listRevealing(String depositId) {
        return store.listRevealing(depositId);
    }

    private FindingState requireInspected(String depositId) {
        FindingState state = state(depositId);
        if (state.pendingFiles() > 0) {
            throw new NodeProblem(
                    ProblemType.CONVERSION_RUNNING,
                    state.pendingFiles() + " files of deposit " + depositId
                            + " are still being looked through for what could reveal a person.",
                    Map.of("pendingFiles", state.pendingFiles()));
        }
        return state;
    }

    private static NodeProblem undecided(String depositId, List<StoredFinding> findings, String beginning) {
        return new NodeProblem(
                ProblemType.FINDINGS_UNDECIDED,
                beginning + findings.size() + " findings in the files of deposit " + depositId
                        + " that could reveal a person.",
                Map.of(
                        "findings",
                        findings.stream()
                                .map(StoredFinding::id)
                                .limit(MOST_NAMED)
                                .toList()));
    }

    /**
     * Decides, as the current user, that what can be removed is removed and the rest may be published.
     *
     * @param acknowledged ids of findings that need a curator; all of them
     * @throws NodeProblem findings-undecided naming those not acknowledged, wrong-state when there is nothing to decide,
     *     conversion-running while files have not been looked through
     */
    public Decision decide(String depositId, String reason, List<String> acknowledged) {
        List<StoredFinding> findings = requireInspected(depositId).findings();
        if (findings.isEmpty()) {
            throw NodeProblem.wrongState("Deposit " + depositId + " has no findings; accept it.");
        }
        Set<String> known = findings.stream().map(StoredFinding::id).collect(Collectors.toSet());
        Set<String> given = new TreeSet<>(acknowledged);
        if (!known.containsAll(given)) {
            throw NodeProblem.invalidRequest("acknowledged names findings that deposit " + depositId
                    + " does not have. Read the findings again; files may have changed.");
        }
        List<StoredFinding> left = findings.stream()
                .filter(finding -> finding.needsCurator() && !given.contains(finding.id()))
                .toList();
        if (!left.isEmpty()) {
            throw undecided(depositId, left, "Nobody has acknowledged ");
        }
        return note(depositId, findings, new Choosing(Choice.REMOVE_AND_PUBLISH, reason, List.copyOf(given)));
    }

    /** Notes, where there are findings, that the current user gives the deposit back. */
    public void noteReturn(String depositId, String reason) {
        List<StoredFinding> findings = store.list(depositId);
        if (!findings.isEmpty()) {
            note(depositId, findings, new Choosing(Choice.RETURN, reason, List.of()));
        }
    }

    private record Choosing(Choice choice, String reason, List<String> acknowledged) {}

    private Decision note(String depositId, List<StoredFinding> findings, Choosing chosen) {
        Decision decision = new Decision(
                chosen.choice(),
                chosen.reason(),
                chosen.acknowledged(),
                digest(depositId, findings),
                user.displayName(),
                clock.instant());
        store.insert(depositId, decision, user.subject());
        return decision;
    }

    /** A file that is replaced gets another id: whatever changes of files or findings makes another digest. */
    private String digest(String depositId, List<StoredFinding> findings) {
        Set<String> words = new TreeSet<>(store.fileIds(depositId));
        findings.forEach(finding -> words.add(finding.fileId() + " " + finding.id() + " " + finding.treatment()));
        try {
            byte[] bytes = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
