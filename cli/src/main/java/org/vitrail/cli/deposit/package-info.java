/**
 * Sends a described data set to a node: draft, files, submission. What goes wrong can be mended and sent again.
 *
 * <p>The node's REST interface, contracts §4; the same steps by hand are in docs/deposit-guide.md.
 */
package org.vitrail.cli.deposit;
