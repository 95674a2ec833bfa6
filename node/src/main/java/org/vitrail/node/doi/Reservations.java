package org.vitrail.node.doi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.database.AuditLog;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.Row;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.Deposits;
import org.vitrail.node.doi.DoiOutbox.Event;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.schema.dataset.Doi;

/** Reserves the identifiers of a draft, so that a manuscript can name them before anything is published. */
@ApplicationScoped
public class Reservations {
    private final Database database;
    private final Deposits deposits;
    private final DoiMint mint;
    private final DoiOutbox outbox;
    private final AuditLog audit;
    private final CurrentUser user;

    Reservations(
            Database database, Deposits deposits, DoiMint mint, DoiOutbox outbox, AuditLog audit, CurrentUser user) {
        this.database = database;
        this.deposits = deposits;
        this.mint = mint;
        this.outbox = outbox;
        this.audit = audit;
        this.user = user;
    }

    /**
     * The identifiers that a deposit's version will have.
     *
     * @param conceptDoi of all versions of the data set
     * @param doi of this version
     * @param registered whether the version's leads anywhere yet; never before publication
     * @param label what they are called until then
     */
    public record Reservation(String conceptDoi, String doi, boolean registered, String label) {
        static Reservation of(String concept, int version) {
            return new Reservation(concept, DoiMint.version(concept, version), false, Doi.unregisteredLabel(concept));
        }
    }

    private record Dataset(String concept, String state) {
        static Dataset read(Row row) throws java.sql.SQLException {
            return new Dataset(row.text("concept_doi"), row.text("state"));
        }
    }

    /** What is reserved for a deposit that the caller may see; empty if nothing is. */
    public Optional<Reservation> find(Deposit deposit) {
        return database.find(
                        "select concept_doi from dataset where accession = ?",
                        row -> row.findText("concept_doi"),
                        deposit.accession())
                .flatMap(concept -> concept)
                .map(concept -> Reservation.of(mint.concept(deposit.accession(), concept), deposit.version()));
    }

    /**
     * Reserves; again gives the same. DataCite hears of it later.
     *
     * @throws NodeProblem not-found unless it is the user's own draft, wrong-state unless it is a draft of what is not withdrawn
     */
    public Reservation reserve(String depositId) {
        return database.inTransaction(() -> {
            Deposit deposit = deposits.getEditable(depositId);
            String accession = deposit.accession();
            Dataset dataset = database.find(
                            "select concept_doi, state from dataset where accession = ? for update",
                            Dataset::read,
                            accession)
                    .orElseThrow();
            if (!dataset.state().equals("draft") && !dataset.state().equals("published")) {
                throw NodeProblem.wrongState("Data set " + accession + " is " + dataset.state() + ".");
            }
            Reservation reservation = Reservation.of(mint.concept(accession, dataset.concept()), deposit.version());
            if (dataset.state().equals("draft")) {
                keepConcept(accession, reservation.conceptDoi());
            }
            noteOnce(deposit, reservation);
            return reservation;
        });
    }

    private void keepConcept(String accession, String concept) {
        database.update("update dataset set concept_doi = ? where accession = ?", concept, accession);
        if (!isNoted(concept)) {
            outbox.addConcept(accession, concept, Event.RESERVE);
        }
    }

    private void noteOnce(Deposit deposit, Reservation reservation) {
        if (!isNoted(reservation.doi())) {
            outbox.add(deposit.accession(), deposit.version(), reservation.doi(), Event.RESERVE);
            audit.record(user.subject(), "reserve DOI", deposit.id(), reservation.doi());
        }
    }

    private boolean isNoted(String doi) {
        return database.find("select 1 as one from doi_outbox where doi = ?", row -> row.integer("one"), doi)
                .isPresent();
    }
}
