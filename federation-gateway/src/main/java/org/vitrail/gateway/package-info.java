/**
 * The federated search: harvests the nodes, keeps what came, shows it through one index and one set of pages.
 *
 * <p>Here is only what every feature needs: the gateway's address, its clock, the base of its exceptions (RFC 9457).
 */
package org.vitrail.gateway;
