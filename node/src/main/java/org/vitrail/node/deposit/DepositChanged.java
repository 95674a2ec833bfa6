package org.vitrail.node.deposit;

/**
 * A deposit's description or files changed; fired inside the transaction of the change.
 *
 * @param retryRefused whether images that were refused shall be tried again although nothing of them changed
 */
public record DepositChanged(String depositId, boolean retryRefused) {}
