package org.vitrail.node.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.util.List;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.database.AuditLog;
import org.vitrail.node.database.Database;
import org.vitrail.node.problem.FaultyDescription;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.schema.dataset.Accession;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.ImageSet;
import org.vitrail.schema.dataset.filelist.FileList;
import org.vitrail.schema.dataset.filelist.TableFormat;

/** What an owner does with a deposit, and who may see it. */
@ApplicationScoped
public class Deposits {
    private final Database database;
    private final DepositStore store;
    private final SubmissionCheck check;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Event<DepositChanged> changed;
    private final Event<DepositSubmitted> submitted;
    private final SecureRandom random;

    Deposits(
            Database database,
            DepositStore store,
            SubmissionCheck check,
            AuditLog audit,
            CurrentUser user,
            Event<DepositChanged> changed,
            Event<DepositSubmitted> submitted,
            SecureRandom random) {
        this.database = database;
        this.store = store;
        this.check = check;
        this.audit = audit;
        this.user = user;
        this.changed = changed;
        this.submitted = submitted;
        this.random = random;
    }

    /** Opens a draft with a new accession for the current user. */
    public Deposit create(DatasetDescription description) {
        String id = Accession.mint(random);
        String accession = Accession.mint(random);
        return database.inTransaction(() -> {
            store.insertDataset(accession, user.subject());
            store.insert(id, accession, 1, user.subject(), user.displayName(), description);
            audit.record(user.subject(), "create", id, accession);
            return store.find(id).orElseThrow();
        });
    }

    /**
     * A deposit that the current user may see: the owner always, a curator once it is submitted, an administrator always.
     *
     * @throws NodeProblem not-found for everybody else
     */
    public Deposit getVisible(String id) {
        return store.find(id)
                .filter(deposit -> user.owns(deposit.ownerSubject())
                        || user.isAdmin()
                        || user.isCurator() && deposit.state() != DepositState.DRAFT)
                .orElseThrow(() -> NodeProblem.notFound("deposit " + id));
    }

    /**
     * A draft of the current user, locked until the transaction ends.
     *
     * @throws NodeProblem not-found unless it is the user's own, wrong-state unless it is a draft
     */
    public Deposit getEditable(String id) {
        Deposit deposit = store.findLocked(id)
                .filter(found -> user.owns(found.ownerSubject()))
                .orElseThrow(() -> NodeProblem.notFound("deposit " + id));
        if (deposit.state() != DepositState.DRAFT) {
            throw NodeProblem.wrongState(
                    "Deposit " + id + " is " + deposit.state().word()
                            + "; only a draft can be changed. Ask a curator to return it, or make a new version once published.");
        }
        return deposit;
    }

    /** The current user's own deposits, newest change first. */
    public List<Deposit> listMine() {
        return store.listOfOwner(user.subject());
    }

    /** Deposits in a state, oldest change first, for curators. */
    public List<Deposit> listInState(DepositState state) {
        return store.listInState(state);
    }

    /**
     * Replaces the description of a draft.
     *
     * @param revision the one that the user had read
     * @throws NodeProblem edited-meanwhile when the draft has another revision by now
     */
    public Deposit replaceDescription(String id, long revision, DatasetDescription description) {
        return database.inTransaction(() -> {
            Deposit deposit = getEditable(id);
            if (deposit.revision() != revision) {
                throw new NodeProblem(
                        ProblemType.EDITED_MEANWHILE,
                        "Deposit " + id + " has revision " + deposit.revision() + ", your change is based on revision "
                                + revision + ".");
            }
            store.replaceDescription(id, description);
            changed.fire(new DepositChanged(id, true));
            return store.find(id).orElseThrow();
        });
    }

    /**
     * Puts the images of a file list into a draft; under the lock, so that no other change is lost.
     *
     * @param table text of the list
     * @param imageSet whose images it lists; null where the draft has one set only, or none
     * @throws org.vitrail.schema.dataset.UnreadableDescription with every fault of the list; the draft stays as it was
     */
    public Filled fill(String id, byte[] table, TableFormat format, String imageSet) {
        return database.inTransaction(() -> {
            Deposit deposit = getEditable(id);
            String name = imageSet == null ? onlySet(deposit) : imageSet;
            FileList list = DescriptionReader.readFileList(table, format, name);
            store.replaceDescription(id, list.into(deposit.description()));
            changed.fire(new DepositChanged(id, true));
            return new Filled(store.find(id).orElseThrow(), list);
        });
    }

    /** A draft after a file list was put into it. */
    public record Filled(Deposit deposit, FileList list) {}

    private static String onlySet(Deposit deposit) {
        List<ImageSet> sets = deposit.description().imageSets();
        if (sets.size() > 1) {
            throw NodeProblem.invalidRequest("Deposit " + deposit.id() + " has " + sets.size()
                    + " image sets. Name the one whose images these are in the parameter imageSet.");
        }
        String only = sets.isEmpty() ? null : sets.getFirst().name();
        return only == null ? "images" : only;
    }

    /**
     * Hands a draft to the curators.
     *
     * @throws NodeProblem invalid-description with every fault; the deposit stays a draft
     */
    public Deposit submit(String id) {
        return database.inTransaction(() -> {
            Deposit deposit = getEditable(id);
            changed.fire(new DepositChanged(id, false));
            List<Fault> faults = check.faults(deposit);
            if (!faults.isEmpty()) {
                throw FaultyDescription.notSubmitted(id, faults);
            }
            store.enter(id, DepositState.SUBMITTED);
            audit.record(user.subject(), "submit", id, null);
            submitted.fire(new DepositSubmitted(id));
            return store.find(id).orElseThrow();
        });
    }
}
