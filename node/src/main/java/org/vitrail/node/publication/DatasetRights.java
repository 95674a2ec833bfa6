package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.node.publication.DatasetStore.StoredDataset;

/** Who may change what is published, and what the others are told. */
@ApplicationScoped
class DatasetRights {
    private final DatasetStore datasets;
    private final CurrentUser user;

    DatasetRights(DatasetStore datasets, CurrentUser user) {
        this.datasets = datasets;
        this.user = user;
    }

    /** Says that a data set is not there, or no longer. */
    NodeProblem absent(String accession) {
        return datasets.find(accession)
                .filter(StoredDataset::isWithdrawn)
                .map(withdrawn -> new NodeProblem(
                        ProblemType.WITHDRAWN,
                        "Data set " + accession + " was withdrawn: " + withdrawn.withdrawalReason(),
                        Map.of("withdrawn", withdrawn.withdrawnAt(), "reason", withdrawn.withdrawalReason())))
                .orElseGet(() -> NodeProblem.notFound("data set " + accession));
    }

    /** A published data set that the current user owns or curates, locked until the transaction ends. */
    StoredDataset getChangeable(String accession) {
        StoredDataset dataset = datasets.findLocked(accession)
                .filter(StoredDataset::isPublished)
                .orElseThrow(() -> absent(accession));
        if (!user.owns(dataset.ownerSubject()) && !user.isCurator()) {
            throw new NodeProblem(ProblemType.FORBIDDEN, "Data set " + accession + " belongs to another depositor.");
        }
        return dataset;
    }
}
