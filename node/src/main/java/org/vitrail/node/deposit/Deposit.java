package org.vitrail.node.deposit;

import java.time.Instant;
import org.vitrail.schema.dataset.DatasetDescription;

/**
 * A deposit, which makes one version of a data set.
 *
 * @param version of the data set, from 1
 * @param ownerName for people
 * @param returnReason why a curator or a conversion gave it back; null if not
 * @param revision rises with each edit of the description; the ETag
 * @param submittedAt null until submitted; likewise acceptedAt
 */
public record Deposit(
        String id,
        String accession,
        int version,
        String ownerSubject,
        String ownerName,
        DepositState state,
        String returnReason,
        DatasetDescription description,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        Instant submittedAt,
        Instant acceptedAt) {}
