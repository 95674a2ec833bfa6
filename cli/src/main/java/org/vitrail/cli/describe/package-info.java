/**
 * Descriptions of data sets before they are deposited: what is wrong with one, and what would help.
 *
 * <p>The form is that of contracts §3, the same as {@code dataset.yaml} in docs/deposit-guide.md.
 */
package org.vitrail.cli.describe;
