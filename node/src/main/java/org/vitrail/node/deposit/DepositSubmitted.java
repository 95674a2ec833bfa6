package org.vitrail.node.deposit;

/** A deposit was handed to the curators; fired inside the transaction. */
public record DepositSubmitted(String depositId) {}
