/**
 * Which nodes the gateway harvests, and which OAI identifiers belong to which of them.
 *
 * <p>Repositories, items and identifiers in the sense of OAI-PMH 2.0 §2; identifiers as in the OAI identifier guideline
 * ({@code oai:domain:local}).
 */
package org.vitrail.gateway.registry;
