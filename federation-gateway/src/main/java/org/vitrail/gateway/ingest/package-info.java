/**
 * From the nodes' OAI-PMH repositories to the index: harvests, what they brought, what went wrong, and the index' filling.
 *
 * <p>Selective harvesting by datestamp, deleted records and resumption tokens of OAI-PMH 2.0 §2.5, §2.7 and §3.5.
 */
package org.vitrail.gateway.ingest;
